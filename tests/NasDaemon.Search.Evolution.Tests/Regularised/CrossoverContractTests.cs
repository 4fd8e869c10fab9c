using NasDaemon.Abstractions.Search;
using NasDaemon.Testing.Contracts;

namespace NasDaemon.Search.Evolution.Tests.Regularised;

public sealed class CrossoverContractTests : SearchStrategyContract
{
    protected override ISearchStrategy Create(int seed) => Strategies.Evolution(seed, population: 5, sample: 2, crossover: 0.5);
}
