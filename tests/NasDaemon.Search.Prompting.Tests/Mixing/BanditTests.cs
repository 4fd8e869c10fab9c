using NasDaemon.Search.Prompting.Mixing;

namespace NasDaemon.Search.Prompting.Tests.Mixing;

public sealed class BanditTests
{
    [Fact]
    public void Choose_NothingKnown_TriesEachArmOnce()
    {
        var bandit = Bandit.Of(3);
        var chosen = new List<int>();
        for (var pull = 0; pull < 3; pull++)
        {
            chosen.Add(bandit.Choose(_ => true));
            bandit = bandit.Begin(chosen[^1]);
        }

        Assert.Equal([0, 1, 2], chosen);
    }

    [Fact]
    public void Choose_OneArmBringsMore_GetsMostPulls()
    {
        var pulls = Play(100, (arm, _) => arm == 1 ? 0.8 : 0.2);

        Assert.InRange(pulls.Count(arm => arm == 1), 75, 95);
    }

    [Fact]
    public void Choose_ArmsChangePlaces_Follows()
    {
        var pulls = Play(200, (arm, pull) => arm == (pull < 100 ? 0 : 1) ? 0.8 : 0.2);

        Assert.InRange(pulls.Skip(120).Count(arm => arm == 1), 55, 78);
    }

    [Fact]
    public void Choose_ArmMayNotBePulled_TakesAnother() => Assert.Equal(1, Bandit.Of(2).Choose(arm => arm == 1));

    [Fact]
    public void End_Reward_IsDiscountedByLaterPulls()
    {
        var bandit = Bandit.Of(2).Begin(0).End(0, 1, 1).Begin(1).End(1, 0.5, 0.5);

        Assert.Equal(Bandit.Discount, bandit.Arms[0].Reward, 9);
        Assert.Equal((1.0, 1.0), (bandit.Arms[0].Mean, bandit.Arms[1].Mean));
        Assert.Equal(0, bandit.Arms.Sum(arm => arm.Pending));
    }

    private static List<int> Play(int pulls, Func<int, int, double> reward)
    {
        var (bandit, chosen) = (Bandit.Of(2), new List<int>());
        for (var pull = 0; pull < pulls; pull++)
        {
            var arm = bandit.Choose(_ => true);
            chosen.Add(arm);
            bandit = bandit.Begin(arm).End(arm, reward(arm, pull), 1);
        }

        return chosen;
    }
}
