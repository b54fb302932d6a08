namespace ActivityMgmt.Domain;

/// <summary>A customer's profile with the segment that the company's policy puts them into.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Segment">The segment; <see langword="null"/> when the policy can't tell.</param>
public sealed record SegmentedCustomer(CustomerProfile Profile, string? Segment);
