namespace BranchQuarter.DataGenerator;

/// <summary>How somebody works, in per mille: chances for each step, and multiples of the branch's usual volume and premium.</summary>
internal sealed record Skill
{
    /// <summary>Leads taken up, as a multiple of the branch's usual number.</summary>
    public required int Volume { get; init; }

    /// <summary>A call reaches a customer who is ready to talk.</summary>
    public int Reach { get; init; } = 390;

    /// <summary>A call that reached somebody ends with an appointment.</summary>
    public int Appoint { get; init; } = 800;

    /// <summary>An appointment takes place.</summary>
    public int Keep { get; init; } = 850;

    /// <summary>An interview leads to a needs analysis.</summary>
    public required int Need { get; init; }

    /// <summary>A needs analysis leads to a proposal.</summary>
    public required int Propose { get; init; }

    /// <summary>A closing talk ends with a signature.</summary>
    public required int Close { get; init; }

    public required int Premium { get; init; }

    /// <summary>Second-year premiums collected within grace.</summary>
    public required int Persistency { get; init; }

    /// <summary>A survey's score is 9 or 10.</summary>
    public required int Service { get; init; }

    public static readonly Skill Top = new() { Volume = 1200, Reach = 420, Need = 820, Propose = 900, Close = 600, Premium = 1350, Persistency = 980, Service = 800 };
    public static readonly Skill Usual = new() { Volume = 1000, Need = 730, Propose = 830, Close = 500, Premium = 1000, Persistency = 860, Service = 600 };
    public static readonly Skill Leader = Usual with { Volume = 820, Close = 560, Premium = 1150, Persistency = 940, Service = 750 };
    public static readonly Skill Beginner = new() { Volume = 620, Reach = 340, Appoint = 700, Keep = 780, Need = 640, Propose = 740, Close = 380, Premium = 620, Persistency = 800, Service = 500 };

    /// <summary>The same kind of agent with a person's own strengths; the same in every quarter.</summary>
    public Skill Personal(string employee)
    {
        Dice dice = Dice.For($"{employee}/skill");
        int Vary(int value, int perMille) => value * dice.Between(1000 - perMille, 1000 + perMille) / 1000;
        return this with
        {
            Volume = Vary(Volume, 120),
            Reach = Vary(Reach, 60),
            Appoint = Vary(Appoint, 60),
            Keep = Vary(Keep, 50),
            Need = Vary(Need, 60),
            Propose = Vary(Propose, 50),
            Close = Vary(Close, 70),
            Premium = Vary(Premium, 200),
            Service = Vary(Service, 150),
        };
    }
}
