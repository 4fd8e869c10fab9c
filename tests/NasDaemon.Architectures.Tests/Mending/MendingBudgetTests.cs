using NasDaemon.Architectures.Mending;

namespace NasDaemon.Architectures.Tests.Mending;

public sealed class MendingBudgetTests
{
    [Fact]
    public void TryTake_SameSourceAgain_IsNotWorthATrace()
    {
        var budget = new MendingBudget(3, 100);

        Assert.True(budget.TryTake("a"));
        Assert.False(budget.TryTake("a"));
    }

    [Fact]
    public void TryTake_EnoughTraces_Ends()
    {
        var budget = new MendingBudget(2, 100);

        Assert.Equal([true, true, false], new[] { "a", "b", "c" }.Select(budget.TryTake));
    }

    [Fact]
    public void TryTake_StepsUsedUp_Ends()
    {
        var budget = new MendingBudget(10, 100);
        budget.TryTake("a");

        budget.Spend(100);

        Assert.False(budget.TryTake("b"));
    }
}
