namespace ActivityMgmt.Domain;

/// <summary>A condition that at most one record meets.</summary>
/// <typeparam name="T">The flat query record.</typeparam>
public sealed class SingleResultSpecification<T>
    where T : class, IQueryRecord
{
    internal SingleResultSpecification(Specification<T> specification) => Specification = specification is { Skipped: 0, Taken: null }
        ? specification
        : throw new ArgumentException("A single result has no page.", nameof(specification));

    /// <summary>The condition.</summary>
    public Specification<T> Specification { get; }

    /// <summary>The one record of a collection that meets the condition; <see langword="null"/> when none does.</summary>
    /// <exception cref="InvalidOperationException">More than one does.</exception>
    public T? Evaluate(IEnumerable<T> records) => Specification.Page(0, 2).Evaluate(records) switch
    {
        [] => null,
        [var one] => one,
        _ => throw MoreThanOne(),
    };

    internal static InvalidOperationException MoreThanOne() => new($"More than one {typeof(T).Name} meets a specification that says at most one does.");
}
