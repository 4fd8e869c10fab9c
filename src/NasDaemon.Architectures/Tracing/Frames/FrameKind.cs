namespace NasDaemon.Architectures.Tracing.Frames;

/// <summary>What a frame belongs to.</summary>
internal enum FrameKind
{
    /// <summary>The file.</summary>
    Module,

    /// <summary>A class body, whose names its functions do not see.</summary>
    Class,

    /// <summary>A function or lambda.</summary>
    Function,

    /// <summary>A comprehension.</summary>
    Comprehension,
}
