using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Search.Prompting.Templates;

/// <summary>Says that a template cannot be used.</summary>
internal static class UnusableTemplate
{
    /// <summary>Makes the exception.</summary>
    /// <param name="problem">What is wrong, with file and line.</param>
    /// <param name="remedy">What helps.</param>
    /// <returns>The exception: without its templates a model cannot be asked.</returns>
    public static LanguageModelException Because(string problem, string remedy) => new(new Failure(FailureClass.LanguageModel, problem, Hint: remedy));
}
