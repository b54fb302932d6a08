namespace ActivityMgmt.Domain;

// Goes through a policy's life, one event after the other.
internal sealed class PolicyWalk
{
    private readonly List<Finding> _findings = [];
    private readonly LocalDate? _issuedOn;
    private readonly LocalDate? _beginsOn;
    private PolicyState _state;

    public PolicyWalk(PolicyFact policy, LocalDate asOf)
    {
        // Cover that begins before the policy is issued is there from the issue on; a source that tells only one of the two days means both.
        _issuedOn = policy.IssuedOn ?? policy.EffectiveOn;
        _beginsOn = (policy.EffectiveOn ?? policy.IssuedOn) is { } effective && _issuedOn is { } issued ? LocalDate.Max(effective, issued) : null;
        _state = new() { Policy = policy.Policy, AsOf = asOf, Cover = CoverState.Pending, Since = policy.Date, AnnualPremium = policy.AnnualPremium, PaymentYears = policy.PaymentYears, Findings = [], Facts = [] };
    }

    public void Take(PolicyEventFact happened)
    {
        Advance(happened.Date);
        if (PolicyLifeCycle.Next(_state.Cover, happened.Event) is not { } to
            || (happened.Event == PolicyEventKind.CancelledInCoolingOff && _state.CoolingOffEndedOn is not null)
            || (happened.Event == PolicyEventKind.CallbackFailed && _state.CallbackPassedOn is not null))
        {
            _findings.Add(new(Severity.Warn, Reason.Of(
                "policy.event-not-allowed",
                ("policy", _state.Policy.Value),
                ("event", ReasonValue.Term($"policy.event.{happened.Event}")),
                ("date", happened.Date),
                ("state", ReasonValue.Term($"policy.cover.{_state.Cover}")),
                ("since", _state.Since))));
        }
        else if (MarkedOn(happened.Event) is { } before)
        {
            _findings.Add(new(Severity.Info, Reason.Of(
                "policy.event-repeated",
                ("policy", _state.Policy.Value),
                ("event", ReasonValue.Term($"policy.event.{happened.Event}")),
                ("date", happened.Date),
                ("before", before))));
        }
        else
        {
            _state = Marked(happened) with { AnnualPremium = happened.AnnualPremium ?? _state.AnnualPremium, PaymentYears = happened.PaymentYears ?? _state.PaymentYears };
            if (to != _state.Cover)
            {
                _state = _state with { Cover = to, Since = happened.Date, EndedBy = to == CoverState.Ended ? happened.Event : null, ReplacedBy = happened.ReplacedBy };
            }
        }
    }

    public PolicyState Result(IReadOnlyList<DuePremium> dues)
    {
        Advance(_state.AsOf);
        var open = dues.FirstOrDefault(d => d.Standing != PremiumStanding.Paid);
        _state = _state with
        {
            Premium = dues.Count == 0 ? PremiumStanding.NotKnown : dues.Max(d => d.Standing),
            OpenPremium = open,
        };
        if (_state.Cover == CoverState.InForce && open is not null)
        {
            if (open.Standing == PremiumStanding.InGrace)
            {
                _state = _state with { Cover = CoverState.InGrace, Since = LocalDate.Max(_state.Since, open.Due.Date.PlusDays(1)) };
            }
            else if (open.Standing == PremiumStanding.Overdue)
            {
                _findings.Add(new(Severity.Warn, Reason.Of(
                    "policy.grace-over", ("policy", _state.Policy.Value), ("due", open.Due.Date), ("missing", open.Missing), ("graceEnd", open.GraceEndsOn))));
            }
        }

        return _state with { Findings = [.. _findings] };
    }

    // Issue and beginning of cover come before whatever else happened that day.
    private void Advance(LocalDate date)
    {
        if (_state.Cover == CoverState.Pending && _issuedOn is { } issued && issued <= date)
        {
            _state = _state with { Cover = CoverState.Issued, Since = issued, IssuedOn = issued };
        }

        if (_state.Cover == CoverState.Issued && _beginsOn is { } begins && begins <= date)
        {
            _state = _state with { Cover = CoverState.InForce, Since = begins };
        }
    }

    private LocalDate? MarkedOn(PolicyEventKind kind) => kind switch
    {
        PolicyEventKind.ReceiptSigned => _state.ReceiptSignedOn,
        PolicyEventKind.ReceiptReturned => _state.ReceiptReturnedOn,
        PolicyEventKind.CallbackPassed => _state.CallbackPassedOn,
        PolicyEventKind.CoolingOffEnded => _state.CoolingOffEndedOn,
        _ => null,
    };

    private PolicyState Marked(PolicyEventFact happened) => happened.Event switch
    {
        PolicyEventKind.ReceiptSigned => _state with { ReceiptSignedOn = happened.Date },
        PolicyEventKind.ReceiptReturned => _state with { ReceiptReturnedOn = happened.Date, ReceiptSignedOn = _state.ReceiptSignedOn ?? happened.Date },
        PolicyEventKind.CallbackPassed => _state with { CallbackPassedOn = happened.Date },
        PolicyEventKind.CallbackFailed => _state with { CallbackFailures = _state.CallbackFailures + 1 },
        PolicyEventKind.CoolingOffEnded => _state with { CoolingOffEndedOn = happened.Date },
        PolicyEventKind.Reduced => _state with { ReducedOn = happened.Date },
        PolicyEventKind.TermChanged => _state with { TermChangedOn = happened.Date },
        _ => _state,
    };
}
