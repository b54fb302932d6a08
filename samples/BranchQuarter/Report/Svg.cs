using System.Globalization;
using System.Net;
using System.Text;

namespace BranchQuarter.Report;

/// <summary>Writes an SVG picture: shapes and texts, numbers culture-invariant, texts escaped. The reader's browser brings the fonts, so Chinese renders wherever it is read.</summary>
internal sealed class Svg(int width, int height, string label)
{
    private readonly StringBuilder _body = new();

    public void Bar(double x, double y, double w, double h, string css, string? tip = null) =>
        Shape(string.Create(CultureInfo.InvariantCulture, $"<rect x='{x:0.#}' y='{y:0.#}' width='{Math.Max(w, 0):0.#}' height='{Math.Max(h, 0):0.#}' class='{css}'"), tip);

    public void Line(double x1, double y1, double x2, double y2, string css) =>
        _body.Append(CultureInfo.InvariantCulture, $"<line x1='{x1:0.#}' y1='{y1:0.#}' x2='{x2:0.#}' y2='{y2:0.#}' class='{css}'/>");

    public void Dot(double x, double y, string css, string? tip = null) =>
        Shape(string.Create(CultureInfo.InvariantCulture, $"<circle cx='{x:0.#}' cy='{y:0.#}' r='3.5' class='{css}'"), tip);

    public void Path(IEnumerable<(double X, double Y)> points, string css)
    {
        var d = string.Join(' ', points.Select((p, i) => string.Create(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{p.X:0.#} {p.Y:0.#}")));
        _body.Append(CultureInfo.InvariantCulture, $"<path d='{d}' class='{css}'/>");
    }

    public void Text(double x, double y, string text, string css = "t", string anchor = "start") =>
        _body.Append(CultureInfo.InvariantCulture, $"<text x='{x:0.#}' y='{y:0.#}' class='{css}' text-anchor='{anchor}'>{WebUtility.HtmlEncode(text)}</text>");

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"<svg viewBox='0 0 {width} {height}' role='img' aria-label='{WebUtility.HtmlEncode(label)}'>{_body}</svg>");

    private void Shape(string open, string? tip) => _body.Append(open).Append(tip is null ? "/>" : $"><title>{WebUtility.HtmlEncode(tip)}</title></{open[1..open.IndexOf(' ', StringComparison.Ordinal)]}>");
}
