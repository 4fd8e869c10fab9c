using NasDaemon.Abstractions.Search;
using NasDaemon.Testing.Contracts;

namespace NasDaemon.Search.Evolution.Tests.Regularised;

public sealed class MutationContractTests : SearchStrategyContract
{
    protected override ISearchStrategy Create(int seed) => Strategies.Evolution(seed);
}
