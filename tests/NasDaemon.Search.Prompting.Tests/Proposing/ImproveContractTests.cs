using NasDaemon.Abstractions.Search;
using NasDaemon.Search.Prompting.Proposing;
using NasDaemon.Testing.Contracts;

namespace NasDaemon.Search.Prompting.Tests.Proposing;

public sealed class ImproveContractTests : SearchStrategyContract
{
    protected override ISearchStrategy Create(int seed) => Strategies.Create(PromptingStrategies.Improve, seed);
}
