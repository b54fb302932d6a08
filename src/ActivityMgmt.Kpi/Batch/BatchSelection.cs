namespace ActivityMgmt.Kpi;

/// <summary>The rows that a measure counts, and the figures over them that it may ask for.</summary>
internal sealed class BatchSelection(BatchPlan plan, FactSource source, RowCondition where, FactField? of)
{
    /// <summary>How many facts; of one that is shared, by share.</summary>
    public Func<BatchCell, decimal> CountByShare()
    {
        if (!source.Counting.Shares)
        {
            var rows = plan.Add(new RowAggregate.Count(where));
            return cell => cell[rows];
        }

        var column = plan.SharesOf(source);
        var shares = plan.Add(new RowAggregate.Sum(where, column));
        return cell => cell.Sum(shares, column);
    }

    /// <summary>The sum of the field, by share.</summary>
    public Func<BatchCell, decimal> Sum()
    {
        var column = plan.NumbersOf(source, of!);
        var sum = plan.Add(new RowAggregate.Sum(where, column));
        return cell => cell.Sum(sum, column);
    }

    /// <summary>How many different values the field has.</summary>
    public int Distinct() => plan.Add(new RowAggregate.Distinct(where, plan.CodesOf(source, of!)));

    /// <summary>On how many days there are at least so many facts.</summary>
    public int Days(int atLeast) => plan.Add(new RowAggregate.Days(where, atLeast));

    /// <summary>How many facts there are: one that several share is one.</summary>
    public int Facts() => CanMeetAgain
        ? plan.Add(new RowAggregate.Distinct(where, plan.CodesOfFacts(source)))
        : plan.Add(new RowAggregate.Count(where));

    /// <summary>How many facts have a number in the field.</summary>
    public int FactsWithNumber()
    {
        var column = plan.NumbersOf(source, of!);
        return CanMeetAgain
            ? plan.Add(new RowAggregate.Distinct(With(new RowTest.Number(column, FactRows.None + 1, long.MaxValue)), plan.CodesOfFacts(source)))
            : plan.Add(new RowAggregate.Numbered(where, column));
    }

    /// <summary>How many facts have a value in the field.</summary>
    public int FactsWithCode()
    {
        var column = plan.CodesOf(source, of!);
        return CanMeetAgain
            ? plan.Add(new RowAggregate.Distinct(With(new RowTest.OfValue(column, IsThere, true)), plan.CodesOfFacts(source)))
            : plan.Add(new RowAggregate.Coded(where, column));
    }

    private static readonly ExpressionNode.Constant IsThere = new(ExpressionType.Flag, ExpressionValue.Of(true));

    // A fact has a row for each of its sellers' roles, so whoever has several of them meets it again.
    private bool CanMeetAgain => source.Counting.Shares;

    private RowCondition.Both With(RowTest test) => new(where, new RowCondition.Test(test));
}
