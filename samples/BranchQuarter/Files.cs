using System.Text;

namespace BranchQuarter;

/// <summary>Reading and writing whole text files; a written file is there completely or not at all.</summary>
internal static class Files
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new InputException(Reason.Of("bq.missing-file", ("file", path)));
        }

        try
        {
            return File.ReadAllText(path, Utf8);
        }
        catch (DecoderFallbackException)
        {
            throw new InputException(Reason.Of("bq.not-utf8", ("file", path), ("line", LineOfFirstWrongByte(path))));
        }
    }

    private static int LineOfFirstWrongByte(string path)
    {
        var bytes = File.ReadAllBytes(path);
        try
        {
            Utf8.GetCharCount(bytes);
            return 1;
        }
        catch (DecoderFallbackException e)
        {
            return 1 + bytes.Take(e.Index).Count(b => b == '\n');
        }
    }

    public static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = path + ".tmp";
        File.WriteAllText(unfinished, text, Utf8);
        File.Move(unfinished, path, overwrite: true);
    }
}

/// <summary>The run can't go on with what it was given; says what to do.</summary>
internal sealed class InputException(Reason reason) : Exception(reason.ToString())
{
    public Reason Reason { get; } = reason;
}
