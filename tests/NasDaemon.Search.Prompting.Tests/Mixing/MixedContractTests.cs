using NasDaemon.Abstractions.Search;
using NasDaemon.Testing.Contracts;

namespace NasDaemon.Search.Prompting.Tests.Mixing;

public sealed class MixedContractTests : SearchStrategyContract
{
    protected override ISearchStrategy Create(int seed) => Mixtures.Create("few-shot, evolution", seed);
}
