using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Sources;
using NasDaemon.Architectures.Mending.Rules;
using NasDaemon.Architectures.Mending.Texts;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Architectures.Tracing.Diagnosis;

namespace NasDaemon.Architectures.Mending;

/// <summary>
/// Cures failures whose cure follows from names and shapes alone, in the source itself, at the place where the number or the name was
/// written. Each cure is traced: what brings the source no further is not done.
/// </summary>
/// <param name="tracer">Traces the sources.</param>
public sealed class SourceMender(ArchitectureTracer tracer)
{
    private const int MostCures = 24;
    private const int MostTraces = 160;

    // How many further cures may follow before a tentative one has to have brought the source further.
    private const int Patience = 3;

    private static readonly IMendingRule[] Rules =
    [
        new NameElsewhereRule(),
        new MisspeltNameRule(),
        new KeywordRule(),
        new ClassNameRule(),
        new ParentConstructorRule(),
        new ConstructorDefaultsRule(),
        new TrailingCodeRule(),
        new FlattenRule(),
        new EarlyFlattenRule(),
        new InputSizeRule(),
        new NormalisationRankRule(),
        new ViewSizeRule(),
        new BatchKeepingRule(),
        new OutputSizeRule(),
    ];

    /// <summary>Cures what can be cured.</summary>
    /// <param name="source">The source. May be hostile.</param>
    /// <param name="request">What the network is for.</param>
    /// <returns>The source with its cures, and what tracing it gives.</returns>
    public MendingResult Mend(string source, TraceRequest request)
    {
        ArgumentNullException.ThrowIfNull(source);
        try
        {
            return MendGuarded(source, request);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // As in the tracer: one source must not end the search.
            return new MendingResult(source, TraceResult.Refused(ArchitectureTracer.Fault(fault)), []);
        }
    }

    private MendingResult MendGuarded(string source, TraceRequest request)
    {
        var budget = new MendingBudget(MostTraces, tracer.Limits.Steps);
        var (last, cures) = Improve(Trace(source, request), request, MostCures, budget);
        if (last.Result.IsAccepted)
        {
            last = Change(last, UnusedImports.Remove(Read(last.Source), last.Notes.Unknown), request, cures);
            last = Change(last, MissingImports.Add(Read(last.Source)), request, cures);
        }

        return new MendingResult(last.Source, last.Result, [.. cures]);
    }

    // What Python minds and the tracer does not.
    private Attempt Change(Attempt attempt, (string Source, Failure Failure)? change, TraceRequest request, List<Cure> cures)
    {
        if (change is not { } made || Trace(made.Source, request) is not { Result.IsAccepted: true } next)
        {
            return attempt;
        }

        cures.Add(new Cure(made.Failure, UnifiedDifference.Between(attempt.Source, made.Source)));
        return next;
    }

    private (Attempt Last, List<Cure> Cures) Improve(Attempt current, TraceRequest request, int most, MendingBudget budget)
    {
        var cures = new List<Cure>();
        while (!current.Result.IsAccepted && cures.Count < most)
        {
            var edits = Propose(current, request);
            if (FindImmediate(current, edits, request, budget) is { } better)
            {
                cures.Add(Note(current, better));
                current = better;
                continue;
            }

            if (FindTentative(current, edits, request, budget) is not { } later)
            {
                break;
            }

            cures.AddRange(later.Cures);
            current = later.Last;
        }

        return (current, cures);
    }

    private Attempt? FindImmediate(Attempt current, List<SourceEdit> edits, TraceRequest request, MendingBudget budget)
    {
        foreach (var edit in edits.Where(edit => !edit.IsTentative))
        {
            if (TryEdit(current, edit, request, budget) is { } next && next.IsFurtherThan(current))
            {
                return next;
            }
        }

        return null;
    }

    private (Attempt Last, List<Cure> Cures)? FindTentative(Attempt current, List<SourceEdit> edits, TraceRequest request, MendingBudget budget)
    {
        foreach (var edit in edits.Where(edit => edit.IsTentative))
        {
            if (TryEdit(current, edit, request, budget) is not { } next)
            {
                continue;
            }

            var (last, cures) = Improve(next, request, Patience, budget);
            if (last.IsFurtherThan(current))
            {
                return (last, [Note(current, next), .. cures]);
            }
        }

        return null;
    }

    private Attempt? TryEdit(Attempt current, SourceEdit edit, TraceRequest request, MendingBudget budget)
    {
        var changed = edit.Apply(current.Source);
        if (changed == current.Source || !budget.TryTake(changed))
        {
            return null;
        }

        var attempt = Trace(changed, request);
        budget.Spend(attempt.Notes.Steps);
        return attempt;
    }

    private List<SourceEdit> Propose(Attempt attempt, TraceRequest request)
    {
        var breakdown = new Breakdown(Read(attempt.Source), attempt.Result.Failure!, attempt.Notes, request);
        return [.. Rules.SelectMany(rule => rule.Propose(breakdown))];
    }

    private static Cure Note(Attempt before, Attempt after) => new(before.Result.Failure!, UnifiedDifference.Between(before.Source, after.Source));

    private SourceText Read(string source) => new(source, tracer.Limits.SyntaxDepth);

    private Attempt Trace(string source, TraceRequest request)
    {
        var notes = new TraceNotes();
        return new Attempt(source, tracer.Trace(source, request, notes), notes);
    }
}
