using System.Globalization;

namespace ActivityMgmt.Testing;

/// <content>What is published, and what applies on a day.</content>
public static partial class DocumentStoreConformance
{
    private static async Task FindsNothingAtFirstAsync(Trial<IDocumentStore> trial) =>
        trial.Equal("What a tenant without documents finds", null, await trial.FindAsync(July).ConfigureAwait(false));

    private static async Task ComesBackAsync(Trial<IDocumentStore> trial)
    {
        PublishedDocument[] documents =
        [
            Plan(1, July, September30, "{ \"rate\": 0.10,\r\n\t\"名\": \"季度奖 😀\" }\n", kind: "a"),
            Plan(7, July, kind: "b") with { FileName = "方案/agency.json" },
            Plan(int.MaxValue, LocalDate.MinIsoValue, LocalDate.MaxIsoValue, "", id: "'; DROP TABLE documents; --", kind: "公司自有"),
            Plan(1, July, text: new string('长', 100_000), kind: "c"),
        ];

        await trial.PublishAsync(documents).ConfigureAwait(false);

        foreach (var document in documents)
        {
            var found = await trial.FindAsync(August, document.Kind).ConfigureAwait(false);
            trial.Equal($"The document of kind '{document.Kind}'", document, found);
            trial.Equal("Its name for messages", document.FileName, found!.FileName);
            trial.Equal("Its hash", document.Hash, found.Hash);
        }
    }

    private static async Task EdgesAsync(Trial<IDocumentStore> trial)
    {
        await trial.PublishAsync(Plan(1, July, September30)).ConfigureAwait(false);

        await trial.FindsAsync(July.PlusDays(-1), null).ConfigureAwait(false);
        await trial.FindsAsync(July, 1).ConfigureAwait(false);
        await trial.FindsAsync(September30, 1).ConfigureAwait(false);
        await trial.FindsAsync(October, null).ConfigureAwait(false);
    }

    private static async Task OpenEndAsync(Trial<IDocumentStore> trial)
    {
        await trial.PublishAsync(Plan(1, July)).ConfigureAwait(false);

        await trial.FindsAsync(July.PlusDays(-1), null).ConfigureAwait(false);
        await trial.FindsAsync(July, 1).ConfigureAwait(false);
        await trial.FindsAsync(LocalDate.MaxIsoValue, 1).ConfigureAwait(false);
    }

    private static async Task KindsAsync(Trial<IDocumentStore> trial)
    {
        await trial.PublishAsync(Plan(1, July, kind: DocumentKinds.Kpis), Plan(2, July), Plan(3, July, kind: "公司自有")).ConfigureAwait(false);

        trial.Equal("The version of the kpis", 1, (await trial.FindAsync(July, DocumentKinds.Kpis).ConfigureAwait(false))?.Version);
        trial.Equal("The version of the pay plan", 2, (await trial.FindAsync(July).ConfigureAwait(false))?.Version);
        trial.Equal("The version of a host's own kind", 3, (await trial.FindAsync(July, "公司自有").ConfigureAwait(false))?.Version);
        trial.Equal("A kind in other letters", null, await trial.FindAsync(July, "KPIS").ConfigureAwait(false));
    }

    private static async Task IdsAsync(Trial<IDocumentStore> trial)
    {
        await trial.PublishAsync(Plan(1, July, id: "a"), Plan(2, July, id: "b"), Plan(3, July, September30, id: "B"), Plan(4, July, id: "乙")).ConfigureAwait(false);

        trial.Equal("The id found while all apply", "B", (await trial.FindAsync(September30).ConfigureAwait(false))?.Id);
        trial.Equal("The id found after the first one's last day", "a", (await trial.FindAsync(October).ConfigureAwait(false))?.Id);
    }

    private static async Task AgainAsync(Trial<IDocumentStore> trial)
    {
        await trial.PublishAsync(Plan(1, July), Plan(2, October)).ConfigureAwait(false);

        await trial.PublishAsync(Plan(1, July), Plan(2, October), Plan(1, July)).ConfigureAwait(false);

        await trial.FindsAsync(September30, 1).ConfigureAwait(false);
        await trial.FindsAsync(October, 2).ConfigureAwait(false);
    }

    private static async Task NeverChangesAsync(Trial<IDocumentStore> trial)
    {
        await trial.PublishAsync(Plan(1, July)).ConfigureAwait(false);

        await trial.RefusedAsync("The published version with another text", Plan(1, July, text: "{ }")).ConfigureAwait(false);
        await trial.RefusedAsync("The published version with another first day", Plan(1, August)).ConfigureAwait(false);
        await trial.RefusedAsync("The published version with a last day", Plan(1, July, September30)).ConfigureAwait(false);

        trial.Equal("The document found", Plan(1, July), await trial.FindAsync(October).ConfigureAwait(false));
    }

    private static async Task YieldsAsync(Trial<IDocumentStore> trial)
    {
        await trial.PublishAsync(Plan(1, July), Plan(2, August, new(2026, 8, 31)), Plan(3, October)).ConfigureAwait(false);

        await trial.FindsAsync(August.PlusDays(-1), 1).ConfigureAwait(false);
        await trial.FindsAsync(August, 2).ConfigureAwait(false);
        await trial.FindsAsync(new(2026, 8, 31), 2).ConfigureAwait(false);
        await trial.FindsAsync(new(2026, 9, 1), 1).ConfigureAwait(false); // the version in between has ended
        await trial.FindsAsync(October, 3).ConfigureAwait(false);
    }

    private static async Task AnyOrderAsync(Trial<IDocumentStore> trial)
    {
        await trial.PublishAsync(Plan(3, October), Plan(1, July), Plan(2, August)).ConfigureAwait(false);

        await trial.FindsAsync(July, 1).ConfigureAwait(false);
        await trial.FindsAsync(August, 2).ConfigureAwait(false);
        await trial.FindsAsync(October, 3).ConfigureAwait(false);
    }

    private static async Task OverlapsAsync(Trial<IDocumentStore> trial)
    {
        await trial.PublishAsync(Plan(2, July, September30), Plan(4, October)).ConfigureAwait(false);

        await trial.RefusedAsync("A version that begins on another's last day", Plan(3, September30, September30)).ConfigureAwait(false);
        await trial.RefusedAsync("A version that ends on another's first day", Plan(1, new(2026, 1, 1), July)).ConfigureAwait(false);
        await trial.RefusedAsync("A version that lies in another with an end", Plan(5, August, August)).ConfigureAwait(false);
        await trial.RefusedAsync("A version that begins on the same day as an open one", Plan(5, October)).ConfigureAwait(false);
        await trial.RefusedAsync("A lower version that begins later than an open one", Plan(3, new(2026, 11, 1))).ConfigureAwait(false);
        await trial.RefusedAsync("A higher open version that begins before others", Plan(5, new(2026, 1, 1))).ConfigureAwait(false);
        await trial.PublishAsync(Plan(1, new(2026, 1, 1), new(2026, 6, 30))).ConfigureAwait(false);

        await trial.FindsAsync(July.PlusDays(-1), 1).ConfigureAwait(false);
        await trial.FindsAsync(July, 2).ConfigureAwait(false);
        await trial.FindsAsync(August, 2).ConfigureAwait(false);
        await trial.FindsAsync(September30, 2).ConfigureAwait(false);
        await trial.FindsAsync(new(2026, 11, 1), 4).ConfigureAwait(false);
    }

    private static async Task OtherIdsAsync(Trial<IDocumentStore> trial)
    {
        await trial.PublishAsync(Plan(1, July, September30)).ConfigureAwait(false);

        await trial.PublishAsync(Plan(1, August, text: "{ }", id: "z"), Plan(1, August, text: "{ }", kind: DocumentKinds.Target)).ConfigureAwait(false);

        await trial.FindsAsync(August, 1).ConfigureAwait(false);
        trial.Equal("The document of another id, found when the first has ended", "z", (await trial.FindAsync(October).ConfigureAwait(false))?.Id);
    }

    private static async Task TenantsAsync(Trial<IDocumentStore> trial)
    {
        await trial.PublishAsync(Plan(1, July, text: "mine")).ConfigureAwait(false);
        trial.Equal("What another tenant finds", null, await trial.FindAsync(July, call: trial.Stranger).ConfigureAwait(false));

        await trial.PublishAsync(Plan(1, July, text: "theirs"), trial.Stranger).ConfigureAwait(false);
        await trial.PublishAsync(Plan(2, August, text: "theirs"), trial.Stranger).ConfigureAwait(false);

        trial.Equal("What the tenant finds", "mine", (await trial.FindAsync(October).ConfigureAwait(false))?.Text);
        trial.Equal("What the other tenant finds", "theirs", (await trial.FindAsync(July, call: trial.Stranger).ConfigureAwait(false))?.Text);
    }

    private static async Task WithoutTenantAsync(Trial<IDocumentStore> trial)
    {
        await trial.RefusedWithoutTenantAsync("PublishAsync", call => trial.PublishAsync(Plan(1, July), call)).ConfigureAwait(false);
        await trial.RefusedWithoutTenantAsync("FindAsync", call => trial.FindAsync(July, call: call)).ConfigureAwait(false);
    }

    private static async Task CancelledAsync(Trial<IDocumentStore> trial)
    {
        await trial.CancelledAsync("PublishAsync", token => trial.Port.PublishAsync(trial.Call, Plan(1, July), token)).ConfigureAwait(false);
        await trial.CancelledAsync("FindAsync", token => trial.Port.FindAsync(trial.Call, DocumentKinds.PayPlan, July, token)).ConfigureAwait(false);

        trial.Equal("What is found after a cancelled publication", null, await trial.FindAsync(July).ConfigureAwait(false));
    }

    private static async Task OneWinsAsync(Trial<IDocumentStore> trial)
    {
        var won = await Trial<IDocumentStore>.AtOnceAsync(
            6, n => Trial<IDocumentStore>.WonAsync(() => trial.PublishAsync(Plan(1, July, text: n.ToString(CultureInfo.InvariantCulture)), call: null))).ConfigureAwait(false);

        trial.Equal("How many were published", 1, won.Count(w => w));
        var winner = Array.IndexOf(won, true).ToString(CultureInfo.InvariantCulture);
        trial.Equal("The text found", winner, (await trial.FindAsync(July).ConfigureAwait(false))?.Text);
    }

    private static async Task SameAtOnceAsync(Trial<IDocumentStore> trial)
    {
        var won = await Trial<IDocumentStore>.AtOnceAsync(6, _ => Trial<IDocumentStore>.WonAsync(() => trial.PublishAsync(Plan(1, July), call: null))).ConfigureAwait(false);

        trial.Equal("How many callers were told that it is published", 6, won.Count(w => w));
        await trial.FindsAsync(July, 1).ConfigureAwait(false);
    }

    private static Task PickedAsync(Trial<IDocumentStore> trial) => trial.ByChanceAsync(async (chance, call) =>
    {
        var published = new List<PublishedDocument>();
        for (var n = 0; n < 12; n++)
        {
            var from = July.PlusDays(chance.Next(40));
            LocalDate? to = chance.Next(2) == 0 ? null : from.PlusDays(chance.Next(15));
            var document = Plan(chance.Next(1, 6), from, to, id: chance.Next(2) == 0 ? "a" : "b");
            var mayBePublished = published.TrueForAll(p => p.Id != document.Id || p == document || (p.Version != document.Version && (Yields(p, document) || Yields(document, p))));

            trial.Equal($"Whether {document} may be published beside {string.Join(", ", published)}", mayBePublished, await Trial<IDocumentStore>.WonAsync(() => trial.PublishAsync(document, call)).ConfigureAwait(false));
            if (mayBePublished)
            {
                published.Add(document);
            }
        }

        for (var day = July.PlusDays(-1); day < July.PlusDays(60); day = day.PlusDays(1))
        {
            var expected = published.Where(d => d.AppliesOn(day)).OrderBy(d => d.Id, StringComparer.Ordinal).ThenByDescending(d => d.EffectiveFrom).FirstOrDefault();
            trial.Equal($"The document that applies on {day:uuuu-MM-dd}", expected, await trial.FindAsync(day, call: call).ConfigureAwait(false));
        }
    });

    // Ends before the other begins, or has no end and gives way to a higher version that begins later.
    private static bool Yields(PublishedDocument earlier, PublishedDocument later) => earlier.EffectiveTo is { } end
        ? end < later.EffectiveFrom
        : earlier.EffectiveFrom < later.EffectiveFrom && earlier.Version < later.Version;
}
