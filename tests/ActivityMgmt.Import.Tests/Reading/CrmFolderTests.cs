namespace ActivityMgmt.Import.Tests;

public class CrmFolderTests
{
    private const string Rows = "A1,E1,TEL,2026/07/06 08:30,30\nA2,E2,FACE,2026/07/06 09:00,\nA3,E1,FACE,2026/07/07 09:00,45\n";

    [Fact]
    public void A_row_becomes_a_fact_with_the_model_s_codes_and_the_moment_in_the_zone()
    {
        using var export = Export.WithActivities(Rows);

        var delivery = Assert.Single(export.Read().Deliveries);

        Assert.Equal(("2026-07-05", new LocalDate(2026, 7, 5), "crm"), (delivery.Name, delivery.DeliveredOn, delivery.Source));
        var incoming = delivery.Facts.Single(f => f.Fact.Origin.Id == "A1");
        Assert.Equal(new SourcePlace("activities.csv", 2), incoming.Place);
        Assert.Equal(
            new ActivityFact
            {
                Origin = new("crm", "A1"),
                Date = new(2026, 7, 6),
                Agent = new("E1"),
                Activity = "call",
                StartedAt = Instant.FromUtc(2026, 7, 6, 0, 30),
                Minutes = 30,
            },
            incoming.Fact);
    }

    [Fact]
    public void The_order_of_rows_within_a_file_changes_no_fact()
    {
        using var forward = Export.WithActivities(Rows);
        using var backward = Export.WithActivities(string.Concat(Rows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Reverse().Select(r => r + "\n")));

        Assert.Equal(forward.Facts().OrderBy(f => f.Key), backward.Facts().OrderBy(f => f.Key));
    }

    [Fact]
    public void Folders_are_deliveries_in_order_of_their_date_and_a_file_may_be_in_any_of_them()
    {
        using var export = Export.WithActivities("")
            .Head("deliveries = \"folders-by-date\"; deliveredOn =")
            .File("2026-07-12/activities.csv", Export.ActivityHeader + "A2,E1,TEL,2026/07/06 08:30,30\n")
            .File("2026-07-05/agents.csv", "emp_no,name,join_date\nE1,Li Wei,2024-01-01\n");
        var told = new List<string>();

        var result = CrmFolder.Read(export.Folder, export.Document(), KnownReferences.None, new Told(p => told.Add($"{p.FilesDone}/{p.FilesTotal} {p.File}")));

        Assert.Equal(["2026-07-05", "2026-07-12"], result.Deliveries.Select(d => d.Name));
        Assert.Equal(["0/2 2026-07-05/agents.csv", "1/2 2026-07-12/activities.csv"], told);
        Assert.Equal(["2026-07-05/agents.csv", "2026-07-12/activities.csv"], result.Files.Select(f => f.File));
    }

    [Fact]
    public void A_folder_that_is_not_named_by_a_date_is_not_passed_over_in_silence()
    {
        using var export = Export.WithActivities("").Head("deliveries = \"folders-by-date\"; deliveredOn =").File("2026-7-5/agents.csv", "").File(".cache/x", "");

        Assert.Equal(
            [(".", "import.missing-file.no-deliveries"), ("2026-7-5", "import.wrong-date.folder")],
            export.Read().Rejects.Select(r => (r.Place.File, r.Reason.Code)));
    }

    [Fact]
    public void A_complete_export_says_so_unless_one_of_its_rows_was_lost()
    {
        var complete = Export.ActivityFile.Replace("\"fact\"", "\"complete\": true, \"fact\"", StringComparison.Ordinal);
        using var whole = Export.WithActivities(Rows).Mapping(Export.AgentFile, complete);
        using var lossy = Export.WithActivities(Rows + "broken\n").Mapping(Export.AgentFile, complete).Head("tolerate = [\"broken-row\"]");

        Assert.Equal([FactKind.Activity], whole.Read().Deliveries[0].CompleteKinds);
        Assert.Empty(lossy.Read().Deliveries[0].CompleteKinds);
    }

    [Fact]
    public void A_mapping_without_a_delivery_date_is_given_one_by_the_host()
    {
        using var export = Export.WithActivities(Rows).Head("deliveredOn =");

        Assert.Throws<ArgumentException>(() => export.Read());
        var result = CrmFolder.Read(export.Folder, export.Document().WithDeliveredOn(new(2026, 7, 31)), KnownReferences.None);
        Assert.Equal("2026-07-31", result.Deliveries[0].Name);
    }

    [Fact]
    public void Reading_can_be_stopped()
    {
        using var export = Export.WithActivities(Rows);

        Assert.Throws<OperationCanceledException>(() => CrmFolder.Read(export.Folder, export.Document(), KnownReferences.None, null, new(canceled: true)));
    }

    private sealed class Told(Action<ImportProgress> tell) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => tell(value);
    }
}
