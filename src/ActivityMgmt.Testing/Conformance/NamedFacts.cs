namespace ActivityMgmt.Testing;

/// <summary>A fact store and the people directory that it feeds with the names of its deliveries.</summary>
/// <param name="Facts">Takes deliveries with names.</param>
/// <param name="People">Gives the names.</param>
public sealed record NamedFacts(IFactStore Facts, IPeopleDirectory People);
