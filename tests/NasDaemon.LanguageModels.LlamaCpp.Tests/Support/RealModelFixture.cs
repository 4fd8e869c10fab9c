using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Testing.LanguageModels;

namespace NasDaemon.LanguageModels.LlamaCpp.Tests.Support;

/// <summary>The small real model, loaded once for all tests of a class.</summary>
public sealed class RealModelFixture : IAsyncLifetime
{
    /// <summary>The model; null where it or the libraries are absent.</summary>
    public ISteerableLanguageModel? Model { get; private set; }

    public async Task InitializeAsync()
    {
        if (Libraries.Absent is null && RealModel.Path is { } path)
        {
            Model = await Models.LoadAsync(path, options => options with { Context = 1024 });
        }
    }

    public async Task DisposeAsync()
    {
        if (Model is not null)
        {
            await Model.DisposeAsync();
        }
    }
}
