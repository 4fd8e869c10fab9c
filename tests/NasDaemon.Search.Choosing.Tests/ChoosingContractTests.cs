using System.Text.Json.Nodes;
using NasDaemon.Abstractions.Search;
using NasDaemon.Testing.Contracts;
using NasDaemon.Testing.LanguageModels;

namespace NasDaemon.Search.Choosing.Tests;

/// <summary>Parents changed in one decision, and whole networks, mixed, with a model that likes long options.</summary>
public sealed class ChoosingContractTests : SearchStrategyContract
{
    /// <inheritdoc/>
    protected override ISearchStrategy Create(int seed) => Choosing.Search(
        new WeighingModel((text, option) => -0.1 * ((text.Length + option.Length) % 7)),
        seed,
        Choosing.Chains,
        ("edit", JsonValue.Create(0.5)),
        ("shown", JsonValue.Create(2L)),
        ("uniform", JsonValue.Create(0.2)));
}
