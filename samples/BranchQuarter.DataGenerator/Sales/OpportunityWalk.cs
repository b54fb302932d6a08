using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>Walks one opportunity through the funnel, day by day, until it is won, lost, or the agent's last day has come.</summary>
internal sealed partial class OpportunityWalk
{
    private const int LongestChase = 4;
    private readonly Funnel _funnel;
    private readonly Opportunity _opportunity;
    private readonly Dice _dice;
    private LocalDate _today;
    private bool _overtaken;

    private OpportunityWalk(Funnel funnel, Opportunity opportunity)
    {
        _funnel = funnel;
        _opportunity = opportunity;
        _dice = Dice.For($"{opportunity.No}/walk");
        _today = opportunity.LeadOn;
    }

    public static void Run(Funnel funnel, Opportunity opportunity)
    {
        OpportunityWalk walk = new(funnel, opportunity);
        bool won = walk.Call() && walk.Appoint() && walk.Meet() && walk.Analyse() && walk.Propose() && walk.Close();
        if (!won)
        {
            walk.Lose();
        }
    }

    private bool Call()
    {
        for (int attempt = 1; attempt <= LongestChase; attempt++)
        {
            if (!Wait(attempt == 1 ? 0 : 1, attempt == 1 ? 2 : 4))
            {
                return false;
            }

            bool reached = _funnel.Reaches(_today);
            Do("TEL", _dice.Chance(850) ? "PHONE" : "WECHAT", reached ? "OK" : "NO", reached ? _dice.Between(4, 18) : _dice.Between(1, 3));
            if (reached)
            {
                return true;
            }

            if (!_dice.Chance(900))
            {
                return false;
            }
        }

        return false;
    }

    private bool Appoint()
    {
        if (!Wait(0, _dice.Chance(600) ? 0 : 2))
        {
            return false;
        }

        bool agreed = _funnel.Appoints(_today);
        Do("APPT", _dice.Chance(550) ? "PHONE" : "WECHAT", agreed ? "OK" : "NO", _dice.Between(3, 10));
        return agreed && Enter("APPT");
    }

    private bool Meet()
    {
        for (int attempt = 1; attempt <= 2; attempt++)
        {
            if (!Wait(1, 5))
            {
                return false;
            }

            bool kept = _funnel.Keeps(_today);
            Do("FACE", FaceChannel(), kept ? "OK" : _dice.Chance(650) ? "ABS" : "CXL", kept ? _dice.Between(6, 18) * 5 : 0);
            if (kept)
            {
                return Enter("FACE") && MeetAgain();
            }

            if (!_dice.Chance(650) || !Wait(1, 3))
            {
                return false;
            }

            Do("APPT", "PHONE", "OK", _dice.Between(2, 8));
        }

        return false;
    }

    // Some need a second talk before they open up.
    private bool MeetAgain()
    {
        if (!_dice.Chance(160))
        {
            return true;
        }

        if (!Wait(2, 5))
        {
            return false;
        }

        Do("FACE", FaceChannel(), "OK", _dice.Between(6, 14) * 5);
        return true;
    }

    private bool Analyse()
    {
        if (!_funnel.Analyses(_today) || !Wait(0, _dice.Chance(500) ? 0 : 5))
        {
            return false;
        }

        Do("NEED", FaceChannel(), "OK", _dice.Between(6, 14) * 5);
        return Enter("NEED");
    }

    private bool Propose()
    {
        if (!Wait(2, 7) || !_funnel.Proposes(_today))
        {
            return false;
        }

        Do("PROP", _dice.Chance(750) ? FaceChannel() : "WECHAT", "OK", _dice.Between(5, 12) * 5);
        return Enter("PROP");
    }

    private bool Close()
    {
        for (int attempt = 1; attempt <= 2; attempt++)
        {
            if (!Wait(2, 7))
            {
                return false;
            }

            bool closed = _funnel.Closes(_today);
            Do("CLOSE", FaceChannel(), closed ? "OK" : "NO", _dice.Between(4, 12) * 5);
            if (closed)
            {
                return Enter("WON");
            }

            if (!_dice.Chance(500))
            {
                return false;
            }
        }

        return false;
    }

    private void Lose()
    {
        if (!_overtaken && Wait(4, 25))
        {
            Enter("LOST");
        }
    }

    private string FaceChannel() => _dice.Chance(780) ? "F2F" : "OFFICE";
}
