using Microsoft.Extensions.Hosting;

namespace NasDaemon.Live.Serving;

/// <summary>The life of a host within another one, which begins and ends it.</summary>
internal sealed class GuestLifetime : IHostLifetime
{
    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
