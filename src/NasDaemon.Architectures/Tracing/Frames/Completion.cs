namespace NasDaemon.Architectures.Tracing.Frames;

/// <summary>How a statement ended.</summary>
internal enum Completion
{
    /// <summary>The next statement follows.</summary>
    Normal,

    /// <summary>The function returns; the frame has the value.</summary>
    Return,

    /// <summary>The loop ends.</summary>
    Break,

    /// <summary>The loop's next turn follows.</summary>
    Continue,

    /// <summary>An exception was raised; the trace's state has it.</summary>
    Raise,
}
