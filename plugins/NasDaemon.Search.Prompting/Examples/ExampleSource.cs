using System.Collections.Immutable;
using NasDaemon.Abstractions.Search;
using NasDaemon.Search.Prompting.Python;

namespace NasDaemon.Search.Prompting.Examples;

/// <summary>
/// Finds the networks for a prompt. The reference is this task's best, before there is one the user's own, else the best of earlier
/// searches. Supporting networks are the best and least alike of the archive; what it lacks comes from the starter library.
/// </summary>
internal sealed class ExampleSource
{
    // So many proposals are shown the same networks of the library: the model reads what it has read before at no cost.
    private const int SameLibrary = 8;

    private readonly StrategyContext _context;
    private readonly ArchiveExamples _archive;
    private readonly LibraryExamples _library;
    private readonly Lazy<Example?> _user;

    /// <summary>Makes the source for a task.</summary>
    /// <param name="context">What the strategy was created with.</param>
    /// <param name="dialect">How the networks are to be written.</param>
    public ExampleSource(StrategyContext context, Dialect dialect)
    {
        (_context, _archive, _library) = (context, new ArchiveExamples(context, dialect), new LibraryExamples(context, dialect));
        _user = new Lazy<Example?>(() => OfUser(dialect));
    }

    /// <summary>Finds the networks.</summary>
    /// <param name="supporting">How many besides the reference.</param>
    /// <param name="proposal">The number of the proposal.</param>
    /// <param name="needsReference">Whether a network of the library is the reference where there is no other.</param>
    /// <returns>The networks.</returns>
    public ExampleSet Find(int supporting, int proposal, bool needsReference)
    {
        var trained = _archive.Find();
        var own = trained.FirstOrDefault(example => example.Example.Number is not null);
        var best = own ?? (_user.Value is null ? trained.FirstOrDefault() : null);
        var reference = best?.Example ?? _user.Value;
        ImmutableArray<RankedExample> shown = best is null ? [] : [best];
        var chosen = DiverseChoice.Choose(trained.RemoveAll(example => example == best), shown, supporting);
        var missing = supporting - chosen.Length + (needsReference && reference is null ? 1 : 0);
        var rest = missing > 0 ? OfLibrary([.. shown, .. chosen], missing, proposal) : [];
        ImmutableArray<Example> all = [.. chosen.Concat(rest).Select(example => example.Example)];
        return needsReference && reference is null && !all.IsEmpty ? new ExampleSet(all[0], all.RemoveAt(0)) : new ExampleSet(reference, all);
    }

    private ImmutableArray<RankedExample> OfLibrary(ImmutableArray<RankedExample> shown, int count, int proposal)
    {
        var order = _library.All.Where(example => shown.All(other => other.Fingerprint != example.Fingerprint)).ToArray();
        _context.Random.Open("prompting/examples", proposal / SameLibrary).Shuffle(order);
        return DiverseChoice.Choose([.. order], shown, count);
    }

    private Example? OfUser(Dialect dialect)
    {
        if (_context.Task.Reference is not { } source)
        {
            return null;
        }

        var translated = new DialectTranslation(_context.Shape).Translate(source, dialect);
        var shown = _context.Sources.Read(translated).Failure is null ? translated : source;
        return new Example("the user's network", FunctionRemover.Remove(shown, FunctionRemover.Training), "the user's own network, not trained here yet");
    }
}
