namespace ActivityMgmt.Incentives;

/// <summary>One band of a scale.</summary>
/// <param name="From">Lower end, in the unit of what is looked up.</param>
/// <param name="To">Upper end; <see langword="null"/> for an open band.</param>
/// <param name="Value">What the band gives: a rate, an amount, a factor or a share.</param>
internal sealed record Band(decimal From, decimal? To, decimal Value);
