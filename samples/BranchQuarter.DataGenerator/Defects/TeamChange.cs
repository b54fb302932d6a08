namespace BranchQuarter.DataGenerator;

/// <summary>An agent moves from T02 to T03 in the middle of the quarter.</summary>
internal static class TeamChange
{
    public static void Plant(Export export, DefectLog log)
    {
        ExportRow old = export.Find(ExportFile.OrgHistory, $"OH{Defects.Mover[1..]}-1");
        ExportRow closed = old.Revised(Batches.For(Defects.MovesOn), ("valid_to", Text.Of(Defects.MovesOn.PlusDays(-1))));
        ExportRow next = new(
            ExportFile.OrgHistory, Defects.MovesOn, $"OH{Defects.Mover[1..]}-2", Defects.Mover, "T03", old["grade"], old["role"], Text.Of(Defects.MovesOn), "");
        export.Add(closed);
        export.Add(next);
        log.Add(9, $"{Defects.Mover} leaves {old["team"]}", closed);
        log.Add(9, $"{Defects.Mover} joins T03", next);
    }
}
