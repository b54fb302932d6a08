namespace ActivityMgmt.Incentives;

/// <summary>A title: routes that lead to it, of which one has to be gone whole, and a quality that has to hold.</summary>
/// <param name="Id">The title's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Routes">The routes; conditions of different routes don't add up.</param>
/// <param name="Quality">What has to hold beside; while it isn't known, the title is provisional. <see langword="null"/> for none.</param>
internal sealed record TitleRule(string Id, ComponentName Name, IReadOnlyList<TitleRoute> Routes, RankCondition? Quality);

/// <summary>A way to a title: all of its conditions.</summary>
internal sealed record TitleRoute(string Id, IReadOnlyList<RankCondition> Conditions);
