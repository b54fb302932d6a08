namespace ActivityMgmt.Domain.Tests;

public class SubjectTests
{
    [Fact]
    public void An_agent_and_a_team_of_one_id_are_two_subjects() =>
        Assert.NotEqual(Subject.Of(new AgentId("X1")), Subject.Of(new TeamId("X1")));

    [Fact]
    public void Names_its_agent_and_refuses_to_for_a_team_or_a_branch()
    {
        Assert.Equal(new AgentId("E1001"), Subject.Of(new AgentId("E1001")).Agent);
        Assert.Throws<InvalidOperationException>(() => Subject.Of(new TeamId("T1")).Agent);
        Assert.Throws<InvalidOperationException>(() => Subject.Branch("B1").Agent);
    }

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
