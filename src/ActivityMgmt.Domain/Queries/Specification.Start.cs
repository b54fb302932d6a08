using System.Linq.Expressions;

namespace ActivityMgmt.Domain;

/// <summary>Begins a <see cref="Specification{T}"/>.</summary>
public static class Specification
{
    /// <summary>Every record, sorted by key.</summary>
    public static Specification<T> All<T>()
        where T : class, IQueryRecord => new();

    /// <summary>The records that meet a condition, sorted by key.</summary>
    /// <exception cref="SpecificationException">The condition uses something that not every store understands.</exception>
    public static Specification<T> Where<T>(Expression<Func<T, bool>> criteria)
        where T : class, IQueryRecord => new Specification<T>().Where(criteria);
}
