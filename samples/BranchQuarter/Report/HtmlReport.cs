using System.Globalization;
using System.Net;
using System.Text;

namespace BranchQuarter.Report;

/// <summary>One self-contained page: no script, no picture or font from elsewhere.</summary>
internal static class HtmlReport
{
    private const string Style = """
        :root { color-scheme: light; --ink:#1c2733; --soft:#5b6b7b; --line:#dde4ea; --panel:#ffffff; --page:#f3f6f8; --accent:#0f766e; }
        * { box-sizing: border-box; }
        body { margin:0; background:var(--page); color:var(--ink); font:15px/1.55 system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC","WenQuanYi Micro Hei",sans-serif; }
        main { max-width:1200px; margin:0 auto; padding:28px 20px 60px; }
        h1 { margin:0; font-size:27px; } h2 { font-size:17px; margin:0 0 12px; } .sub { color:var(--soft); margin:2px 0 22px; }
        .cards { display:grid; grid-template-columns:repeat(auto-fit,minmax(190px,1fr)); gap:12px; margin-bottom:16px; }
        .card,.panel { background:var(--panel); border:1px solid var(--line); border-radius:10px; padding:14px 16px; }
        .card .v { font-size:18px; font-weight:650; margin:2px 0; white-space:nowrap; } .card .l,.card .n { color:var(--soft); font-size:13px; }
        .grid { display:grid; grid-template-columns:repeat(auto-fit,minmax(min(480px,100%),1fr)); gap:16px; margin-bottom:16px; }
        .panel { overflow-x:auto; margin-bottom:0; } .wide { margin-bottom:16px; }
        table { border-collapse:collapse; width:100%; font-size:13.5px; } th { text-align:left; color:var(--soft); font-weight:600; }
        th,td { padding:6px 10px 6px 0; border-bottom:1px solid var(--line); vertical-align:top; } td.r,th.r { text-align:right; font-variant-numeric:tabular-nums; white-space:nowrap; }
        svg { width:100%; height:auto; display:block; } svg text { font:13px inherit; font-family:inherit; fill:var(--ink); } svg .s { font-size:11.5px; fill:var(--soft); } svg .n { font-variant-numeric:tabular-nums; }
        .track { fill:#e8edf1; } .good { fill:#0f766e; } .fair { fill:#d39b22; } .bad { fill:#c2543f; } svg .mark { stroke:#1c2733; stroke-width:1.6; }
        td:first-child,th:first-child { white-space:nowrap; } line.grid { stroke:#dfe6eb; stroke-width:1; } .expected { fill:none; stroke:#8fa0af; stroke-width:2; stroke-dasharray:5 4; } .actual { fill:none; stroke:#0f766e; stroke-width:2.5; }
        .actualdot { fill:#0f766e; } svg .actualtext { fill:#0f766e; font-weight:600; } .step { fill:#2c7da0; }
        .c0 { fill:#0f766e; } .c1 { fill:#c2543f; } .c2 { fill:#d39b22; } .c3 { fill:#2c7da0; } .c4 { fill:#7b5ea7; } .c5 { fill:#5b8c3a; } .held { fill:#cfd8df; stroke:#9aa8b4; stroke-dasharray:3 2; }
        footer { color:var(--soft); font-size:13px; margin-top:22px; } footer p { margin:4px 0; }
        @media print { body { background:#fff; } .panel,.card { break-inside:avoid; } }
        """;

    public static string Write(ReportData data, CultureInfo culture, Func<string, string> word)
    {
        var charts = new Charts(culture, word);
        var html = new StringBuilder()
            .Append("<!doctype html>\n<html lang=\"").Append(culture.Name).Append("\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>").Append(Safe(data.Title)).Append("</title>\n<style>\n")
            .Append(Style).Append("\n</style>\n</head>\n<body><main>\n<h1>").Append(Safe(data.Title)).Append("</h1>\n<p class=\"sub\">").Append(Safe(data.Subtitle)).Append("</p>\n");
        html.Append("<div class=\"cards\">\n");
        foreach (var card in data.Cards)
        {
            html.Append("<div class=\"card\"><div class=\"l\">").Append(Safe(card.Label)).Append("</div><div class=\"v\">").Append(Safe(card.Value))
                .Append("</div><div class=\"n\">").Append(Safe(card.Note)).Append("</div></div>\n");
        }

        html.Append("</div>\n<div class=\"grid\">\n");
        Panel(html, word("bq.chart.attainment"), data.Attainment.Count > 0 ? charts.Attainment(data.Attainment) : null);
        Panel(html, word("bq.chart.pace"), data.Pace.Count > 0 ? charts.Pace(data.Pace, data.PaceTarget) : null);
        Panel(html, word("bq.chart.funnel"), data.Funnel.Count > 0 ? charts.Funnel(data.Funnel) : null);
        Panel(html, word("bq.chart.pay"), data.Pay.Count > 0 ? charts.Pay(data.Pay, data.PayComponents) : null);
        html.Append("</div>\n");
        foreach (var table in data.Tables.Where(t => t.Rows.Count > 0))
        {
            Write(html, table);
        }

        html.Append("<footer>\n");
        foreach (var note in data.Notes)
        {
            html.Append("<p>").Append(Safe(note)).Append("</p>\n");
        }

        return html.Append("</footer>\n</main></body>\n</html>\n").ToString();
    }

    private static void Panel(StringBuilder html, string heading, string? picture)
    {
        if (picture is not null)
        {
            html.Append("<section class=\"panel\"><h2>").Append(Safe(heading)).Append("</h2>").Append(picture).Append("</section>\n");
        }
    }

    private static void Write(StringBuilder html, Table table)
    {
        html.Append("<section class=\"panel wide\"><h2>").Append(Safe(table.Heading)).Append("</h2><table><thead><tr>");
        for (var i = 0; i < table.Columns.Count; i++)
        {
            html.Append(Cell("th", table, i)).Append(Safe(table.Columns[i])).Append("</th>");
        }

        html.Append("</tr></thead><tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            for (var i = 0; i < row.Count; i++)
            {
                html.Append(Cell("td", table, i)).Append(Safe(row[i])).Append("</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody></table></section>\n");
    }

    private static string Cell(string tag, Table table, int column) => table.NumericColumns.Contains(column) ? $"<{tag} class=\"r\">" : $"<{tag}>";

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
