using NodaTime.Text;

namespace ActivityMgmt.Testing;

/// <summary>Deliveries of facts from the source <c>crm</c>, named by their date.</summary>
public static class TestDeliveries
{
    /// <summary>What was delivered on a date.</summary>
    /// <param name="date">The date; the delivery is named <c>crm-2026-07-15</c>.</param>
    /// <param name="facts">The facts, in the order in which they were read.</param>
    public static FactDelivery On(LocalDate date, params Fact[] facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new()
        {
            Name = "crm-" + LocalDatePattern.Iso.Format(date),
            DeliveredOn = date,
            Source = "crm",
            Facts = Array.ConvertAll(facts, f => new IncomingFact(f)),
        };
    }

    /// <summary>The same delivery as a complete export of some kinds of fact: what is absent from it is removed.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="kinds">The kinds that it holds completely.</param>
    public static FactDelivery CompleteFor(this FactDelivery delivery, params FactKind[] kinds)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return delivery with { CompleteKinds = kinds };
    }

    /// <summary>The same delivery with one more name.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="kind">Whose name: <see cref="FactKind.Agent"/> or <see cref="FactKind.Customer"/>.</param>
    /// <param name="id">The agent's or customer's id.</param>
    /// <param name="name">The name.</param>
    public static FactDelivery Naming(this FactDelivery delivery, FactKind kind, string id, string name)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return delivery with { Names = [.. delivery.Names, new(kind, id, name)] };
    }
}
