using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.LanguageModels.OpenAI.Tests.Support;
using NasDaemon.Testing.Contracts;

namespace NasDaemon.LanguageModels.OpenAI.Tests;

/// <summary>Behind each kind of server, a model is what every model must be.</summary>
/// <param name="owner">How the server gives itself away.</param>
public abstract class ServerContractTests(string owner) : LanguageModelContract, IAsyncDisposable
{
    private readonly ModelServer _server = new(owner);

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _server.DisposeAsync();
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override Task<ILanguageModel> LoadAsync() => OpenModel.AtAsync(_server.Address);
}

public sealed class LlamaServerContractTests() : ServerContractTests("llamacpp");

public sealed class VllmContractTests() : ServerContractTests("vllm");

public sealed class OtherServerContractTests() : ServerContractTests("somebody");
