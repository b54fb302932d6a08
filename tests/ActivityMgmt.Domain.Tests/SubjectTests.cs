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

    [Fact]
    public void Is_written_as_kind_and_id()
    {
        Assert.Equal("agent:E1001", Subject.Of(new AgentId("E1001")).ToString());
        Assert.Equal("team:T1", Subject.Of(new TeamId("T1")).ToString());
        Assert.Equal("branch:B1", Subject.Branch("B1").ToString());
    }
}
