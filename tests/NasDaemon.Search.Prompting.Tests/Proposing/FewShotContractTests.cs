using NasDaemon.Abstractions.Search;
using NasDaemon.Search.Prompting.Proposing;
using NasDaemon.Testing.Contracts;

namespace NasDaemon.Search.Prompting.Tests.Proposing;

public sealed class FewShotContractTests : SearchStrategyContract
{
    protected override ISearchStrategy Create(int seed) => Strategies.Create(PromptingStrategies.FewShot, seed);
}
