namespace BranchQuarter.DataGenerator;

/// <summary>Yes or no with a given chance, but spread evenly: a person's ratio stays near their skill in each quarter, with a little noise.</summary>
internal sealed class SteadyChance(string stream)
{
    private readonly Dice _dice = Dice.For(stream);
    private int _saved = Dice.For(stream + "/start").Below(1000);

    public bool Next(int perMille)
    {
        _saved += perMille;
        if (_saved + _dice.Between(-350, 350) < 1000)
        {
            return false;
        }

        _saved -= 1000;
        return true;
    }
}
