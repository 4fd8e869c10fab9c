using NasDaemon.Architectures.Tracing.Errors;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>What a generator and the code that resumes it tell each other.</summary>
internal sealed class GeneratorState
{
    /// <summary>The value of the <c>yield</c> that the generator waits at.</summary>
    public Value Sent { get; set; } = NoneValue.Instance;

    /// <summary>The exception that the <c>yield</c> is to raise; null where it raises none.</summary>
    public PythonError? Thrown { get; set; }

    /// <summary>What the generator returned.</summary>
    public Value Result { get; set; } = NoneValue.Instance;
}
