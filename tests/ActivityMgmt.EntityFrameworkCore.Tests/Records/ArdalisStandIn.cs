using System.Linq.Expressions;

namespace Ardalis.Specification;

/// <summary>The few members of the package of that name that the guide's bridge uses; the registry in use doesn't serve the package.</summary>
public abstract class Specification<T>
{
    protected SpecificationBuilder<T> Query { get; } = new();

    public IReadOnlyList<string> Told => Query.Told;
}

public sealed class SpecificationBuilder<T>
{
    public List<string> Told { get; } = [];

    public SpecificationBuilder<T> Where(Expression<Func<T, bool>> criteria) => Tell($"where {criteria.Body}");

    public SpecificationBuilder<T> OrderBy(Expression<Func<T, object?>> key) => Tell($"by {key.Body}");

    public SpecificationBuilder<T> OrderByDescending(Expression<Func<T, object?>> key) => Tell($"by {key.Body} descending");

    public SpecificationBuilder<T> ThenBy(Expression<Func<T, object?>> key) => Tell($"then by {key.Body}");

    public SpecificationBuilder<T> ThenByDescending(Expression<Func<T, object?>> key) => Tell($"then by {key.Body} descending");

    public SpecificationBuilder<T> Skip(int records) => Tell($"skip {records}");

    public SpecificationBuilder<T> Take(int records) => Tell($"take {records}");

    private SpecificationBuilder<T> Tell(string what)
    {
        Told.Add(what);
        return this;
    }
}
