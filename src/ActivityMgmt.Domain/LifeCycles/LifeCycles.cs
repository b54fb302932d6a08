namespace ActivityMgmt.Domain;

/// <summary>The life cycles of this package, each declared beside what lives it.</summary>
public static partial class LifeCycles;
