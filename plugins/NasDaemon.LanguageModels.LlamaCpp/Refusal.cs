using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.LanguageModels.LlamaCpp;

/// <summary>Makes what is thrown when a model cannot be loaded or asked.</summary>
internal static class Refusal
{
    /// <summary>A refusal with its remedy.</summary>
    public static LanguageModelException Of(string message, string? remedy, Exception? inner = null) => new(Failure(message, remedy), inner);

    /// <summary>The same as a value.</summary>
    public static Failure Failure(string message, string? remedy = null) => new(FailureClass.LanguageModel, message, Hint: remedy);
}
