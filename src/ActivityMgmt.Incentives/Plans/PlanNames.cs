namespace ActivityMgmt.Incentives;

/// <summary>What a pay plan's document may name: measures, with the names of an agent beside them.</summary>
internal sealed class PlanNames
{
    private readonly Dictionary<string, MeasureDescription> _measures;

    public PlanNames(IReadOnlyList<MeasureDescription> measures)
    {
        _measures = measures.ToDictionary(m => m.Id.Value, StringComparer.Ordinal);
        Schema = ExpressionSchema.Of(measures).With(AgentScope.Names);
    }

    /// <summary>The names of conditions.</summary>
    public ExpressionSchema Schema { get; }

    /// <summary>The measure that a node names; reports an unknown one and is <see langword="null"/> then.</summary>
    public MeasureDescription? Measure(DocumentNode node)
    {
        var id = node.Text();
        if (_measures.TryGetValue(id, out var measure))
        {
            return measure;
        }

        if (node.Kind == DocumentNodeKind.Text)
        {
            node.Unknown("pay.document.unknown-measure", id, _measures.Keys);
        }

        return null;
    }

    /// <summary>The condition in a node; <see langword="null"/> when there is none or it is wrong, which is reported.</summary>
    public Expression? Condition(DocumentNode node) => node.IsNothing ? null : Expression.Read(node, Schema, ExpressionType.Flag);
}
