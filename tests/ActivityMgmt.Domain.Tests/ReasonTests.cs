using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class ReasonTests
{
    [Fact]
    public void Is_the_same_when_code_and_values_are()
    {
        var reason = Reason.Of("kpi.no-facts", ("measure", new MeasureId("calls")), ("date", Day("2026-07-01")));
        var stored = Reason.Of(reason.Code, reason.Values.ToList());

        Assert.Equal(reason, stored);
        Assert.Equal(reason.GetHashCode(), stored.GetHashCode());
    }

    [Fact]
    public void Differs_by_code_value_name_order_and_kind_of_value()
    {
        var reason = Reason.Of("a.b", ("x", 1), ("y", 2));

        Assert.NotEqual(Reason.Of("a.c", ("x", 1), ("y", 2)), reason);
        Assert.NotEqual(Reason.Of("a.b", ("x", 1), ("y", 3)), reason);
        Assert.NotEqual(Reason.Of("a.b", ("x", 1), ("z", 2)), reason);
        Assert.NotEqual(Reason.Of("a.b", ("y", 2), ("x", 1)), reason);
        Assert.NotEqual(Reason.Of("a.b", ("x", "1"), ("y", 2)), reason);
    }

    [Fact]
    public void Gives_a_value_by_name_and_refuses_an_unknown_name()
    {
        var reason = Reason.Of("a.b", ("x", 1), ("y", "why"));

        Assert.Equal("why", reason["y"].Text);
        Assert.Throws<KeyNotFoundException>(() => reason["z"]);
    }

    [Fact]
    public void Shows_code_and_values_in_its_text()
    {
        Assert.Equal("a.b (x: 1, on: 2026-07-01)", Reason.Of("a.b", ("x", 1), ("on", Day("2026-07-01"))).ToString());
        Assert.Equal("a.b", Reason.Of("a.b").ToString());
    }

    [Fact]
    public void Needs_a_code() => Assert.ThrowsAny<ArgumentException>(() => Reason.Of(""));

    [Fact]
    public void Values_are_kept_in_their_canonical_form()
    {
        Assert.Equal(new ReasonValue(ReasonValueKind.Date, "2026-07-01"), Day("2026-07-01"));
        Assert.Equal(new ReasonValue(ReasonValueKind.Quantity, "2/3 ratio"), Quantity.Ratio(4m, 6m));
        Assert.Equal(new ReasonValue(ReasonValueKind.Quantity, "12.5 CNY"), Money.Of(12.50m, "CNY"));
        Assert.Equal(new ReasonValue(ReasonValueKind.Number, "-7"), -7);
        Assert.Equal(new ReasonValue(ReasonValueKind.Term, "calls"), new MeasureId("calls"));
        Assert.Equal(new ReasonValue(ReasonValueKind.Period, "2026-07-01/2026-09-30"), ReasonValue.Period(Q3.Interval));
    }

    [Fact]
    public void Equal_numbers_are_equal_values()
    {
        ReasonValue longer = 1.50m;
        ReasonValue shorter = 1.5m;

        Assert.Equal(shorter, longer);
    }
}
