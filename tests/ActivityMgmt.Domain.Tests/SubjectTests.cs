namespace ActivityMgmt.Domain.Tests;

public class SubjectTests
{
    [Theory]
    [InlineData(SubjectKind.Agent, "E1001", "agent:E1001")]
    [InlineData(SubjectKind.Team, "三组:A", "team:三组:A")]
    [InlineData(SubjectKind.Branch, "", "branch:")]
    public void Reads_the_form_it_writes(SubjectKind kind, string id, string written)
    {
        Assert.Equal(written, new Subject(kind, id).ToString());
        Assert.Equal(new Subject(kind, id), Subject.Parse(written));
    }

    [Theory]
    [InlineData("")]
    [InlineData("E1001")]
    [InlineData("customer:C1")]
    public void Refuses_another_form(string text) => Assert.Throws<FormatException>(() => Subject.Parse(text));
}
