using NasDaemon.Pipeline.LanguageModels;
using NasDaemon.Pipeline.Processes;

namespace NasDaemon.Pipeline.Tests.LanguageModels;

public sealed class RestartPolicyTests
{
    private static readonly ProcessExit Killed = new(137, null);
    private static readonly ProcessExit IllegalInstruction = new(132, null);

    [Fact]
    public void Delay_CrashAfterCrash_DoublesUpToAMinute()
    {
        var policy = new RestartPolicy("m");
        var delays = new List<double>();
        for (var crash = 0; crash < 12; crash++)
        {
            policy.Crashed(Killed, whileLoading: false);
            delays.Add(policy.Delay.TotalSeconds);
        }

        Assert.Equal([0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60], delays);
    }

    [Fact]
    public void Delay_AfterAnAnswer_IsNoneAgain()
    {
        var policy = new RestartPolicy("m");
        policy.Crashed(Killed, whileLoading: false);
        policy.Crashed(Killed, whileLoading: false);

        policy.Answered();

        Assert.Equal(TimeSpan.Zero, policy.Delay);
    }

    [Fact]
    public void GivenUp_OnlyAfterThreeCrashesAtLoadInARow()
    {
        var policy = new RestartPolicy("m");
        policy.Crashed(Killed, whileLoading: true);
        policy.Crashed(Killed, whileLoading: true);
        policy.Loaded();
        policy.Crashed(Killed, whileLoading: true);
        policy.Crashed(Killed, whileLoading: false);
        policy.Crashed(IllegalInstruction, whileLoading: true);
        policy.Crashed(Killed, whileLoading: true);
        Assert.Null(policy.GivenUp);

        policy.Crashed(Killed, whileLoading: true);

        Assert.Contains("The model m could not be loaded", policy.GivenUp?.Message, StringComparison.Ordinal);
        Assert.Equal(1, policy.IllegalInstructions);
    }
}
