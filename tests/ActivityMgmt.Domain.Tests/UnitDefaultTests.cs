namespace ActivityMgmt.Domain.Tests;

public class UnitDefaultTests
{
    [Fact]
    public void Default_is_count()
    {
        Assert.Equal(Unit.Count, default);
        Assert.True(default == Unit.Count);
        Assert.Equal(Unit.Count.GetHashCode(), default(Unit).GetHashCode());
        Assert.Equal(Quantity.Count(0m), default);
    }
}
