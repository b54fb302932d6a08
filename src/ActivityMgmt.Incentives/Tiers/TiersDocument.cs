namespace ActivityMgmt.Incentives;

/// <summary>The document form of a <see cref="TiersComponent"/>.</summary>
internal static class TiersDocument
{
    private const decimal HighestRate = 2m;
    private const decimal HighestFactor = 10m;

    public static TiersComponent Read(DocumentNode node, PlanContext context, ComponentGraph graph)
    {
        node.AllowOnly([.. PlanContext.ComponentMembers, "measure", "on", "scope", "shape", "bounds", "gap", "bands", "times", "when"]);
        var measure = node["measure"].IsNothing ? null : context.Names.Measure(node["measure"]);
        var components = OnOf(node, graph);
        var scope = node["scope"].OneOf("period-retroactive", "period-incremental", "transaction") switch
        {
            "period-incremental" => TierScope.PeriodIncremental,
            "transaction" => TierScope.Transaction,
            _ => TierScope.PeriodRetroactive,
        };
        if (scope == TierScope.Transaction && !node["measure"].IsNothing)
        {
            node["scope"].Report(Reason.Of("pay.document.transaction-needs-components"));
        }

        return new()
        {
            Id = node["id"].Text(),
            Name = PlanContext.NameOf(node),
            Corrections = PlanContext.CorrectionsOf(node),
            Measure = measure?.Id,
            Components = components,
            Scope = scope,
            Scale = ScaleOf(node, context, measure is null && node["measure"].IsNothing ? Unit.Money(context.Currency) : measure?.Unit),
            Times = node["times"].IsNothing ? null : TimesOf(node["times"], context),
            When = context.Names.Condition(node["when"]),
        };
    }

    private static IReadOnlyList<string> OnOf(DocumentNode node, ComponentGraph graph)
    {
        var on = node["on"];
        if (on.IsNothing == node["measure"].IsNothing)
        {
            node.Report(Reason.Of("pay.document.measure-or-components"));
        }

        if (on.IsNothing)
        {
            return [];
        }

        on.AllowOnly("components");
        if (on["components"].Items.Count == 0)
        {
            on["components"].Report(Reason.Of("pay.document.no-components-named"));
        }

        return [.. on["components"].Items.Select(c => graph.Named(c)).Distinct()];
    }

    private static TierScale ScaleOf(DocumentNode node, PlanContext context, Unit? unit)
    {
        var shape = node["shape"].OneOf("slab", "graded", "interpolated") switch
        {
            "graded" => TierShape.Graded,
            "interpolated" => TierShape.Interpolated,
            _ => TierShape.Slab,
        };
        var isAmounts = node["bands"].Items is [var first, ..] && !first["amount"].IsNothing;
        if (!isAmounts && unit is { } u && u != Unit.Money(context.Currency))
        {
            node["measure"].Report(Reason.Of("pay.document.unit", ("unit", u.Code), ("currency", context.Currency)));
        }

        var scale = BandsDocument.Read(node, node["bands"], unit, band => ValueOf(band, shape, isAmounts), "rate", "amount");
        if (shape == TierShape.Interpolated && scale.Bands[^1].To is null && node["bands"].Items.Count > 0)
        {
            node["bands"].Items[^1].Report(Reason.Of("pay.document.interpolated-open"));
        }

        return new() { Shape = shape, Scale = scale, IsAmounts = isAmounts, Pay = Unit.Money(context.Currency) };
    }

    private static decimal ValueOf(DocumentNode band, TierShape shape, bool isAmounts)
    {
        if (band["rate"].IsNothing == band["amount"].IsNothing || band["amount"].IsNothing == isAmounts)
        {
            band.Report(Reason.Of("pay.document.rate-or-amount"));
        }
        else if ((shape == TierShape.Graded && isAmounts) || (shape == TierShape.Interpolated && !isAmounts))
        {
            band.Report(Reason.Of(isAmounts ? "pay.document.graded-needs-rates" : "pay.document.interpolated-needs-amounts"));
        }

        return band["amount"].IsNothing ? band["rate"].Within(0m, HighestRate) : band["amount"].Within(0m, decimal.MaxValue);
    }

    private static FactorTable? TimesOf(DocumentNode times, PlanContext context)
    {
        times.AllowOnly("table", "by", "withoutData");
        var by = context.Names.Measure(times["by"]);
        if (context.Tables.Named(times["table"]) is not { } table)
        {
            return null;
        }

        table.AllowOnly("bounds", "gap", "bands");
        var scale = BandsDocument.Read(table, table["bands"], by?.Unit, band => band["factor"].Within(0m, HighestFactor), "factor");
        decimal? withoutData = times["withoutData"].IsNothing ? null : times["withoutData"].Within(0m, HighestFactor);
        return by is null ? null : new(times["table"].Text(), by.Id, scale, withoutData);
    }
}
