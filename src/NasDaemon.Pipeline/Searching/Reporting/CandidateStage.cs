using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Pipeline.Searching.Reporting;

/// <summary>How far a candidate came before training.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="IsNewSource">Whether nobody in the task had written its source before, and the prompt had not shown it.</param>
/// <param name="IsNewGraph">Whether, besides, no earlier candidate is the same network.</param>
internal sealed record CandidateStage(CandidateRecord Candidate, bool IsNewSource, bool IsNewGraph)
{
    /// <summary>Why it went no further; null where it did.</summary>
    public Failure? Failure => Candidate.Failure ?? Candidate.Candidate.Refusal;

    public bool IsAnswered => Candidate.Candidate.Refusal?.Class != FailureClass.LanguageModel;

    public bool IsExtracted => Candidate.Candidate.Refusal is null;

    public bool IsParsed => IsExtracted && (IsTraced || Failure is not { Class: FailureClass.Syntax or FailureClass.Unreadable });

    public bool IsTraced => Candidate.Architecture is not null;

    public bool IsWithinConstraints => IsTraced && Failure?.Class != FailureClass.ConstraintExceeded;
}
