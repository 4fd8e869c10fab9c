using NasDaemon.Abstractions.Search;

namespace NasDaemon.Abstractions.Estimation;

/// <summary>What to do with a candidate before training.</summary>
public abstract record ScreenDecision;

/// <summary>Train it.</summary>
/// <param name="Fidelity">With how much of the full recipe.</param>
public sealed record TrainDecision(Fidelity Fidelity) : ScreenDecision;

/// <summary>Do not train it.</summary>
/// <param name="Reason">Why, for the report.</param>
public sealed record DropDecision(string Reason) : ScreenDecision;

/// <summary>Take this as its result without training: a predictor's or a supernet's answer.</summary>
/// <param name="Score">The answer.</param>
public sealed record AnswerDecision(TrialScore Score) : ScreenDecision;

/// <summary>What a running trial does after an epoch.</summary>
public enum EpochDecision
{
    /// <summary>It trains on.</summary>
    Continue,

    /// <summary>It is set aside with everything it needs to go on later.</summary>
    Pause,

    /// <summary>It ends here; its result stands.</summary>
    Stop,
}

/// <summary>What a free worker does.</summary>
public abstract record WorkDecision;

/// <summary>Goes on with a paused trial.</summary>
/// <param name="Number">The number of its candidate.</param>
public sealed record ResumeDecision(int Number) : WorkDecision;

/// <summary>Starts a new trial.</summary>
public sealed record StartNewDecision : WorkDecision;

/// <summary>Waits until a running trial brings news.</summary>
public sealed record WaitDecision : WorkDecision;

/// <summary>Nothing is left to do: paused trials keep the results they have, and the search ends when the running trials end.</summary>
public sealed record FinishDecision : WorkDecision;
