using NasDaemon.Abstractions.Search;
using NasDaemon.Search.Bayesian.Proposing;
using NasDaemon.Testing.Contracts;

namespace NasDaemon.Search.Bayesian.Tests.Proposing;

public sealed class ListedContractTests : SearchStrategyContract
{
    private readonly ListingCache _listings = new();

    protected override ISearchStrategy Create(int seed) => Searches.Create(Searches.Small, seed, _listings);
}
