using NasDaemon.Abstractions.Failures;

namespace NasDaemon.Abstractions.LanguageModels;

/// <summary>A language model cannot be loaded or asked.</summary>
public sealed class LanguageModelException : Exception
{
    /// <summary>Says why.</summary>
    /// <param name="failure">What went wrong and what helps.</param>
    /// <param name="inner">What caused it, or null.</param>
    public LanguageModelException(Failure failure, Exception? inner = null)
        : base(failure?.Message, inner)
    {
        ArgumentNullException.ThrowIfNull(failure);
        Failure = failure;
    }

    /// <summary>What went wrong and what helps.</summary>
    public Failure Failure { get; }
}
