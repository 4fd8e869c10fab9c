namespace NasDaemon.Abstractions.Graphs;

/// <summary>The type of a tensor's elements.</summary>
public enum ElementType
{
    /// <summary>32-bit floating point.</summary>
    Float32,

    /// <summary>64-bit signed integer.</summary>
    Int64,

    /// <summary>Truth value.</summary>
    Bool,

    /// <summary>8-bit unsigned integer.</summary>
    UInt8,

    /// <summary>64-bit floating point.</summary>
    Float64,
}
