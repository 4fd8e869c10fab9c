using NasDaemon.Abstractions.Failures;

namespace NasDaemon.Reports.Text.Json;

/// <summary>What went wrong with a candidate or a trial.</summary>
internal sealed record FailureDocument(FailureClass Class, string Message, int? Line, int? Column, string? Hint, string? ModulePath)
{
    public static FailureDocument? Of(Failure? failure) => failure is null
        ? null
        : new(failure.Class, failure.Message, failure.Line, failure.Column, failure.Hint, failure.ModulePath);
}
