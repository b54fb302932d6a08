using System.Linq.Expressions;

namespace ActivityMgmt.Domain;

/// <summary>Which records are wanted, in which order, and which page of them. Immutable: every method returns a new one.</summary>
/// <remarks>
/// A condition compares members of the record (<c>==</c>, <c>!=</c>, and <c>&lt;</c> and the like for numbers, dates and instants) with each other or with values, asks whether a list
/// contains a member or a text member contains a text, and joins such parts with <c>&amp;&amp;</c>, <c>||</c> and <c>!</c>. Anything else is refused when the specification is made, so it means the
/// same in memory and in every database. Text is compared and sorted by code point, case-sensitive; what is <see langword="null"/> comes first and is neither less nor greater than
/// anything. The last order is always by key, so that pages never overlap.
/// </remarks>
/// <typeparam name="T">The flat query record.</typeparam>
public sealed class Specification<T>
    where T : class, IQueryRecord
{
    internal Specification()
    {
    }

    /// <summary>The condition; <see langword="null"/> when every record is wanted.</summary>
    public Expression<Func<T, bool>>? Criteria { get; private init; }

    /// <summary>The orders, most important first; the order by key that follows them is not listed.</summary>
    public IReadOnlyList<SpecificationOrder<T>> Orders { get; private init; } = [];

    /// <summary>How many records are left out at the beginning. <value>Default: 0.</value></summary>
    public int Skipped { get; private init; }

    /// <summary>How many records are wanted at most. <value>Default: <see langword="null"/>, all.</value></summary>
    public int? Taken { get; private init; }

    /// <summary>Also asks for a condition.</summary>
    /// <exception cref="SpecificationException">The condition uses something that not every store understands.</exception>
    public Specification<T> Where(Expression<Func<T, bool>> criteria) => With(SpecificationLanguage.Check(criteria), Expression.AndAlso);

    /// <summary>Asks for both conditions; order and page stay those of this one.</summary>
    /// <exception cref="ArgumentException">The other one has an order or a page of its own.</exception>
    public Specification<T> And(Specification<T> other) =>
        OnlyCriteria(other).Criteria is { } criteria ? With(criteria, Expression.AndAlso) : this;

    /// <summary>Asks for at least one of two conditions; order and page stay those of this one.</summary>
    /// <exception cref="ArgumentException">The other one has an order or a page of its own.</exception>
    public Specification<T> Or(Specification<T> other) =>
        OnlyCriteria(other).Criteria is { } criteria && Criteria is not null ? With(criteria, Expression.OrElse) : Copy(null);

    /// <summary>Asks for the records that don't meet the condition; order and page stay.</summary>
    public Specification<T> Not() => Copy(Criteria is { } criteria
        ? Expression.Lambda<Func<T, bool>>(Expression.Not(criteria.Body), criteria.Parameters)
        : _ => false);

    /// <summary>Sorts by a member of the record, smallest first, instead of the orders so far.</summary>
    /// <exception cref="SpecificationException">The key is no member that every store sorts the same.</exception>
    public Specification<T> OrderBy(Expression<Func<T, object?>> key) => Sorted([new(SpecificationLanguage.CheckKey(key), IsDescending: false)]);

    /// <summary>Sorts by a member of the record, largest first, instead of the orders so far.</summary>
    /// <exception cref="SpecificationException">The key is no member that every store sorts the same.</exception>
    public Specification<T> OrderByDescending(Expression<Func<T, object?>> key) => Sorted([new(SpecificationLanguage.CheckKey(key), IsDescending: true)]);

    /// <summary>Sorts what is equal so far by another member, smallest first.</summary>
    /// <exception cref="SpecificationException">The key is no member that every store sorts the same.</exception>
    public Specification<T> ThenBy(Expression<Func<T, object?>> key) => Sorted([.. Orders, new(SpecificationLanguage.CheckKey(key), IsDescending: false)]);

    /// <summary>Sorts what is equal so far by another member, largest first.</summary>
    /// <exception cref="SpecificationException">The key is no member that every store sorts the same.</exception>
    public Specification<T> ThenByDescending(Expression<Func<T, object?>> key) => Sorted([.. Orders, new(SpecificationLanguage.CheckKey(key), IsDescending: true)]);

    /// <summary>Asks for one page.</summary>
    /// <param name="skip">How many records are left out at the beginning.</param>
    /// <param name="take">How many are wanted at most.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is negative.</exception>
    public Specification<T> Page(int skip, int take)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfNegative(take);
        return new() { Criteria = Criteria, Orders = Orders, Skipped = skip, Taken = take };
    }

    /// <summary>The same condition, for a caller who knows that at most one record meets it.</summary>
    /// <exception cref="ArgumentException">A page was asked for.</exception>
    public SingleResultSpecification<T> AsSingle() => new(this);

    /// <summary>Whether a record meets the condition.</summary>
    public bool IsSatisfiedBy(T record)
    {
        Guard.Against.Null(record);
        return Criteria?.Compile()(record) ?? true;
    }

    /// <summary>The wanted records of a collection, in memory.</summary>
    public IReadOnlyList<T> Evaluate(IEnumerable<T> records)
    {
        Guard.Against.Null(records);
        var wanted = Criteria is { } criteria ? records.Where(criteria.Compile()) : records;
        IOrderedEnumerable<T>? sorted = null;
        foreach (var (key, isDescending) in Orders)
        {
            var get = key.Compile();
            sorted = (sorted, isDescending) switch
            {
                (null, false) => wanted.OrderBy(get, SpecificationOrder.Comparer),
                (null, true) => wanted.OrderByDescending(get, SpecificationOrder.Comparer),
                (_, false) => sorted.ThenBy(get, SpecificationOrder.Comparer),
                (_, true) => sorted.ThenByDescending(get, SpecificationOrder.Comparer),
            };
        }

        IEnumerable<T> page = sorted?.ThenBy(r => r.Key, SpecificationOrder.Comparer) ?? wanted.OrderBy(r => r.Key, SpecificationOrder.Comparer);
        return [.. page.Skip(Skipped).Take(Taken ?? int.MaxValue)];
    }

    /// <summary>The wanted records of a query, as a query.</summary>
    public IQueryable<T> Apply(IQueryable<T> records)
    {
        Guard.Against.Null(records);
        var wanted = Filter(records);
        IOrderedQueryable<T>? sorted = null;
        foreach (var (key, isDescending) in Orders)
        {
            sorted = (sorted, isDescending) switch
            {
                (null, false) => wanted.OrderBy(key),
                (null, true) => wanted.OrderByDescending(key),
                (_, false) => sorted.ThenBy(key),
                (_, true) => sorted.ThenByDescending(key),
            };
        }

        IQueryable<T> page = sorted?.ThenBy(r => r.Key) ?? wanted.OrderBy(r => r.Key);
        page = Skipped > 0 ? page.Skip(Skipped) : page;
        return Taken is { } taken ? page.Take(taken) : page;
    }

    /// <summary>The records of a query that meet the condition, in no order and not paged; to count them.</summary>
    public IQueryable<T> Filter(IQueryable<T> records) => Criteria is { } criteria ? records.Where(criteria) : records;

    private static Specification<T> OnlyCriteria(Specification<T> other)
    {
        Guard.Against.Null(other);
        return other.Orders.Count == 0 && other.Skipped == 0 && other.Taken is null
            ? other
            : throw new ArgumentException("The other specification has an order or a page of its own; combine conditions first.", nameof(other));
    }

    private Specification<T> With(Expression<Func<T, bool>> criteria, Func<Expression, Expression, Expression> join) => Copy(Criteria is { } own
        ? Expression.Lambda<Func<T, bool>>(join(own.Body, SpecificationLanguage.Renamed(criteria, own.Parameters[0])), own.Parameters)
        : criteria);

    private Specification<T> Copy(Expression<Func<T, bool>>? criteria) => new() { Criteria = criteria, Orders = Orders, Skipped = Skipped, Taken = Taken };

    private Specification<T> Sorted(IReadOnlyList<SpecificationOrder<T>> orders) => new() { Criteria = Criteria, Orders = orders, Skipped = Skipped, Taken = Taken };
}
