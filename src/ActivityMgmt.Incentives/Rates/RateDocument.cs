namespace ActivityMgmt.Incentives;

/// <summary>The document form of a <see cref="RateComponent"/>.</summary>
internal static class RateDocument
{
    private const decimal HighestRate = 2m;

    public static RateComponent Read(DocumentNode node, PlanContext context)
    {
        node.AllowOnly([.. PlanContext.ComponentMembers, "on", "where", "countedOn", "gates", "rate"]);
        node["on"].OneOf("premium-collected");
        var rate = node["rate"];
        return new()
        {
            Id = node["id"].Text(),
            Name = PlanContext.NameOf(node),
            Corrections = PlanContext.CorrectionsOf(node),
            Where = node["where"].IsNothing ? null : Expression.Read(node["where"], RateComponent.PremiumNames, ExpressionType.Flag),
            CountedOn = node["countedOn"].OneOf("collected", "issued", "effective", "callback-passed") switch
            {
                "issued" => CountingDate.Issued,
                "effective" => CountingDate.Effective,
                "callback-passed" => CountingDate.CallbackPassed,
                _ => CountingDate.Collected,
            },
            Gates = [.. node["gates"].Items.Select(g => g.OneOf("licence-valid", "receipt-returned") == "licence-valid" ? Gate.LicenceValid : Gate.ReceiptReturned).Distinct()],
            FlatRate = rate.Kind == DocumentNodeKind.Members ? null : rate.Within(0m, HighestRate),
            Table = rate.Kind == DocumentNodeKind.Members ? TableOf(rate, context.Tables) : null,
        };
    }

    private static RateTable? TableOf(DocumentNode rate, PlanTables tables)
    {
        rate.AllowOnly("table", "by");
        var by = rate["by"].Items.Select(b => KeyOf(b.OneOf("product", "paymentYears", "policyYear"))).ToArray();
        if (by.Length == 0)
        {
            rate["by"].Report(Reason.Of("pay.document.no-keys"));
        }

        if (by.Distinct().Count() != by.Length)
        {
            rate["by"].Report(Reason.Of("pay.document.key-twice"));
        }

        if (tables.Named(rate["table"]) is not { } table)
        {
            return null;
        }

        table.AllowOnly("rows");
        if (table["rows"].IsNothing || table["rows"].Items.Count == 0)
        {
            table["rows"].Report(Reason.Of("pay.document.no-rows"));
        }

        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        return new() { Name = rate["table"].Text(), By = by, Rows = [.. table["rows"].Items.Select((row, i) => RowOf(row, i + 1, by, rows))] };
    }

    private static RateRow RowOf(DocumentNode row, int number, RateKey[] by, Dictionary<string, int> seen)
    {
        row.AllowOnly("product", "paymentYears", "policyYear", "rate");
        var keys = new SortedDictionary<RateKey, string>();
        foreach (var name in row.Names.Where(n => n is "product" or "paymentYears" or "policyYear"))
        {
            var key = KeyOf(name);
            keys[key] = key == RateKey.Product ? row[name].Text() : row[name].Whole().ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (!by.Contains(key))
            {
                row[name].Report(Reason.Of("pay.document.key-not-used", ("value", name)));
            }
        }

        var written = string.Join(", ", keys.Select(k => $"{NameOf(k.Key)} {k.Value}"));
        if (!seen.TryAdd(written, number))
        {
            row.Report(Reason.Of("pay.document.row-twice", ("keys", written.Length == 0 ? "*" : written), ("row", seen[written])));
        }

        return new(keys, row["rate"].Within(0m, HighestRate), number);
    }

    private static RateKey KeyOf(string name) => name switch
    {
        "product" => RateKey.Product,
        "paymentYears" => RateKey.PaymentYears,
        _ => RateKey.PolicyYear,
    };

    private static string NameOf(RateKey key) => key switch
    {
        RateKey.Product => "product",
        RateKey.PaymentYears => "paymentYears",
        _ => "policyYear",
    };
}
