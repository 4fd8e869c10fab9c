using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.LanguageModels.OpenAI.Tests.Support;

/// <summary>Tests with a llama-server and its model.</summary>
public abstract class ModelTests : IAsyncLifetime, IAsyncDisposable
{
    private protected TestTime Time { get; } = new();

    private protected ModelServer Server { get; } = new();

    private protected ILanguageModel Model { get; private set; } = null!;

    public async Task InitializeAsync() => Model = await OpenModel.AtAsync(OpenModel.Options(Server.Address), Time);

    public async Task DisposeAsync()
    {
        await Model.DisposeAsync();
        await Server.DisposeAsync();
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
