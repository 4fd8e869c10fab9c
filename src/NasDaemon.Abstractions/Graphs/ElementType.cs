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

    /// <summary>16-bit floating point.</summary>
    Float16,

    /// <summary>16-bit floating point with the range of 32-bit floating point.</summary>
    BFloat16,

    /// <summary>32-bit signed integer.</summary>
    Int32,

    /// <summary>16-bit signed integer.</summary>
    Int16,

    /// <summary>8-bit signed integer.</summary>
    Int8,

    /// <summary>Two 32-bit floating-point numbers.</summary>
    Complex64,

    /// <summary>Two 64-bit floating-point numbers.</summary>
    Complex128,
}
