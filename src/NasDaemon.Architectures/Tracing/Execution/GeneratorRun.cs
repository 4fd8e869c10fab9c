using NasDaemon.Architectures.Tracing.Frames;
using NasDaemon.Architectures.Tracing.Values;

namespace NasDaemon.Architectures.Tracing.Execution;

/// <summary>One execution of a generator's body.</summary>
/// <param name="frame">The names of the body.</param>
internal sealed class GeneratorRun(Frame frame)
{
    /// <summary>The names of the body.</summary>
    public Frame Frame => frame;

    /// <summary>What the body is told, and tells.</summary>
    public GeneratorState State { get; } = new();

    /// <summary>How the block or statement that ran last ended.</summary>
    public Completion Completion { get; set; }

    /// <summary>Whether the loop around the block that ran last ends; <c>break</c> and <c>continue</c> are then dealt with.</summary>
    /// <returns>True where no further turn follows.</returns>
    public bool EndsLoop()
    {
        if (Completion is Completion.Return or Completion.Raise)
        {
            return true;
        }

        var isBreak = Completion == Completion.Break;
        Completion = Completion.Normal;
        return isBreak;
    }
}
