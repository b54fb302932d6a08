namespace ActivityMgmt.Domain;

/// <summary>A place on Earth in degrees (WGS 84).</summary>
/// <param name="Latitude">−90 to 90, north positive.</param>
/// <param name="Longitude">−180 to 180, east positive.</param>
public readonly record struct GeoPoint(decimal Latitude, decimal Longitude)
{
    /// <summary>−90 to 90, north positive.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is outside that range.</exception>
    public decimal Latitude { get; init; } = Guard.Against.OutOfRange(Latitude, nameof(Latitude), -90m, 90m);

    /// <summary>−180 to 180, east positive.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is outside that range.</exception>
    public decimal Longitude { get; init; } = Guard.Against.OutOfRange(Longitude, nameof(Longitude), -180m, 180m);

    /// <summary>The great-circle distance in kilometres on a sphere of radius 6,371 km; good to half a percent.</summary>
    public double KilometresTo(GeoPoint other)
    {
        var (a, b) = (Radians(Latitude), Radians(other.Latitude));
        var north = Math.Sin((b - a) / 2d);
        var east = Math.Sin(Radians(other.Longitude - Longitude) / 2d);
        var share = (north * north) + (Math.Cos(a) * Math.Cos(b) * east * east);
        return 2d * 6371d * Math.Asin(Math.Min(1d, Math.Sqrt(share)));
    }

    private static double Radians(decimal degrees) => (double)degrees * Math.PI / 180d;
}
