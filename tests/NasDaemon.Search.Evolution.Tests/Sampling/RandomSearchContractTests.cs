using NasDaemon.Abstractions.Search;
using NasDaemon.Testing.Contracts;

namespace NasDaemon.Search.Evolution.Tests.Sampling;

public sealed class RandomSearchContractTests : SearchStrategyContract
{
    protected override ISearchStrategy Create(int seed) => Strategies.Random(seed);
}
