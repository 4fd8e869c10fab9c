using NasDaemon.Abstractions.Failures;

namespace NasDaemon.Reports.Text.Json;

/// <summary>What went wrong with a candidate or a trial.</summary>
/// <param name="Class">The kind of failure.</param>
/// <param name="Message">What happened, in PyTorch's own words where it has some.</param>
/// <param name="Line">The line of the source, from 1; null where it has no place there.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Hint">What may help; null for nothing.</param>
/// <param name="ModulePath">The module in which it happened, as PyTorch names it.</param>
internal sealed record FailureDocument(FailureClass Class, string Message, int? Line, int? Column, string? Hint, string? ModulePath)
{
    public static FailureDocument? Of(Failure? failure) => failure is null
        ? null
        : new(failure.Class, failure.Message, failure.Line, failure.Column, failure.Hint, failure.ModulePath);
}
