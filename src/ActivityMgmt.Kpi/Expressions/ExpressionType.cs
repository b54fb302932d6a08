namespace ActivityMgmt.Kpi;

/// <summary>What an expression, or a name in it, stands for.</summary>
public enum ExpressionType
{
    /// <summary>An exact number, with or without a unit.</summary>
    Number,

    /// <summary>Text, compared ordinally.</summary>
    Text,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A calendar date, without time or zone.</summary>
    Date,
}
