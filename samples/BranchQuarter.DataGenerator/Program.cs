using BranchQuarter.DataGenerator;

if (args.Length is 0 or > 2 || args[0].StartsWith('-') || (args.Length == 2 && args[1] != "--defects"))
{
    Console.Error.WriteLine("usage: BranchQuarter.DataGenerator <folder> [--defects]");
    Console.Error.WriteLine("Empties the folder and writes the sample export; --defects also lists every planted defect as a Markdown table.");
    return 1;
}

Export export = Branch.Simulate();
DefectLog log = Defects.Plant(export);
new ExportWriter(args[0]).Write(export);

foreach (string line in Summary.Of(export).Concat(args.Length == 2 ? log.Table() : []))
{
    Console.WriteLine(line);
}

return 0;
