namespace ActivityMgmt.Domain;

/// <summary>Where a policy's cover stands. Service marks (receipt, call-back, cooling-off) and premium standing are told apart from it, see <see cref="PolicyState"/>.</summary>
public enum CoverState
{
    /// <summary>Submitted (预收); underwriting has not decided.</summary>
    Pending,

    /// <summary>Accepted by underwriting (承保); cover has not begun.</summary>
    Issued,

    /// <summary>Cover has begun (生效) and goes on.</summary>
    InForce,

    /// <summary>In force; a premium is overdue and its grace runs (宽限期).</summary>
    InGrace,

    /// <summary>Suspended for want of premium (失效); may be reinstated. Only the insurer's own event says so.</summary>
    Lapsed,

    /// <summary>Over for good; <see cref="PolicyState.EndedBy"/> says how.</summary>
    Ended,

    /// <summary>Refused by underwriting (拒保).</summary>
    Declined,

    /// <summary>Withdrawn by the customer before it was issued (撤单).</summary>
    Withdrawn,
}
