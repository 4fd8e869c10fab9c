using System.Text.Json.Nodes;
using NasDaemon.Search.Evolution;
using NasDaemon.Search.Prompting.Mixing;
using NasDaemon.Search.Prompting.Tests.Support;
using NasDaemon.Testing;

namespace NasDaemon.Search.Prompting.Tests.Mixing;

/// <summary>Mixtures of the strategies that there are.</summary>
internal static class Mixtures
{
    public static MixedStrategy Create(string of, int seed)
    {
        var context = Prompted.Context(MixedStrategy.Description, seed, Prompted.Drawing(), null, ("of", JsonValue.Create(of)!));
        return new MixedStrategy(context.WithSmallLibrary().WithStrategies(new EvolutionPlugin(), new PromptingPlugin()));
    }
}
