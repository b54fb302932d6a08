namespace ActivityMgmt.Import;

/// <summary>Reads a text from somewhere in its middle, without copying it or skipping through it.</summary>
internal sealed class TextPartReader(string text, int from) : TextReader
{
    private int _at = from;

    public override int Peek() => _at < text.Length ? text[_at] : -1;

    public override int Read() => _at < text.Length ? text[_at++] : -1;

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        var count = Math.Min(buffer.Length, text.Length - _at);
        text.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }
}
