using NasDaemon.Abstractions.Failures;
using NasDaemon.Pipeline.Processes;

namespace NasDaemon.Pipeline.LanguageModels;

/// <summary>When a model's process is started again, and when no more.</summary>
/// <param name="model">The model's name.</param>
internal sealed class RestartPolicy(string model)
{
    private const int LoadAttempts = 3;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(60);

    private int _crashesAtLoad;
    private int _crashesSinceAnswer;

    /// <summary>How often a process was ended by an illegal instruction.</summary>
    public int IllegalInstructions { get; private set; }

    /// <summary>Why there is no further attempt; null while there is.</summary>
    public Failure? GivenUp { get; private set; }

    /// <summary>How long to wait before the next attempt: nothing after the first crash, then twice as long each time.</summary>
    public TimeSpan Delay => _crashesSinceAnswer <= 1
        ? TimeSpan.Zero
        : TimeSpan.FromTicks(Math.Min(LongestDelay.Ticks, FirstDelay.Ticks << Math.Min(_crashesSinceAnswer - 2, 10)));

    /// <summary>The process carried out a command.</summary>
    public void Answered() => _crashesSinceAnswer = 0;

    /// <summary>The model was loaded.</summary>
    public void Loaded() => _crashesAtLoad = 0;

    /// <summary>The process ended by itself.</summary>
    /// <param name="exit">How.</param>
    /// <param name="whileLoading">Whether the model was not loaded yet.</param>
    public void Crashed(ProcessExit exit, bool whileLoading)
    {
        _crashesSinceAnswer++;
        if (exit.IsIllegalInstruction)
        {
            // The next attempt runs other code, so this one says nothing about it; the loader knows when there is none left.
            IllegalInstructions++;
            return;
        }

        _crashesAtLoad += whileLoading ? 1 : 0;
        if (_crashesAtLoad >= LoadAttempts)
        {
            GivenUp = new Failure(
                FailureClass.LanguageModel,
                $"The model {model} could not be loaded: {exit.Sentence("its process", "before the model was loaded")}",
                Hint: exit.LastWords);
        }
    }
}
