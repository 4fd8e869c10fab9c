using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NasDaemon.Live.Signs;

namespace NasDaemon.Live.Serving;

/// <summary><c>/health</c> for those who watch over services, and <c>/metrics</c> for Prometheus.</summary>
/// <param name="signs">How the daemon is.</param>
/// <param name="metrics">Its figures.</param>
internal sealed class SignEndpoints(IVitalSigns signs, DaemonMetrics metrics)
{
    /// <summary>Takes its requests.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health", context =>
        {
            var health = Health.Of(signs);
            return Answer.JsonAsync(context, health, health.IsGood ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        });
        routes.MapGet("/metrics", context => Answer.TextAsync(context, metrics.Take().ToString(), MetricsText.ContentType));
    }
}
