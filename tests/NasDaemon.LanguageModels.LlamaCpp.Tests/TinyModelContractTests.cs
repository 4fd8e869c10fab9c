using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.LanguageModels.LlamaCpp.Tests.Support;
using NasDaemon.Testing.Contracts;
using NasDaemon.Testing.LanguageModels;

namespace NasDaemon.LanguageModels.LlamaCpp.Tests;

/// <summary>The contract with a tiny model.</summary>
public sealed class TinyModelContractTests : SteerableLanguageModelContract
{
    protected override async Task<ILanguageModel> LoadAsync() => await Models.LoadAsync(new TinyModel().Save(Folder.Combine("tiny.gguf")));
}
