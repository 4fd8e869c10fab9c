using System.Text.Json;
using NasDaemon.Abstractions.Failures;

namespace NasDaemon.Commands.Tracing.Reporting;

/// <summary>How classes of failures are spelt, here as in reports.</summary>
internal static class FailureNames
{
    /// <summary>The name of a class.</summary>
    /// <param name="value">The class.</param>
    /// <returns>Such as <c>shape_mismatch</c>.</returns>
    public static string Of(FailureClass value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
