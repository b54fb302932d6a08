using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>Something an agent did on a day; <see cref="DayPlan"/> gives it its time.</summary>
internal sealed record Activity
{
    public required string No { get; init; }

    public required string Agent { get; init; }

    /// <summary>Empty for a morning meeting.</summary>
    public string Customer { get; init; } = "";

    /// <summary>Empty for what belongs to no opportunity.</summary>
    public string Opportunity { get; init; } = "";

    public required string Type { get; init; }

    public required string Channel { get; init; }

    public required string Result { get; init; }

    public required int Minutes { get; init; }

    public required LocalDate On { get; init; }

    /// <summary>Minute of the day, Asia/Shanghai.</summary>
    public int Start { get; init; }

    public ExportRow Row() =>
        new(ExportFile.Activities, On, No, Agent, Customer, Opportunity, Type, Channel, Result, Text.Of(On, Start), Text.Of(Minutes)) { Place = Start };
}
