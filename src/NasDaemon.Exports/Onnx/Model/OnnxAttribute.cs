using System.Collections.Immutable;

namespace NasDaemon.Exports.Onnx.Model;

/// <summary>An attribute of a node.</summary>
/// <param name="Name">Its name.</param>
internal abstract record OnnxAttribute(string Name)
{
    /// <summary>An integer or truth value.</summary>
    public static OnnxAttribute Of(string name, long value) => new OnnxInteger(name, value);

    /// <summary>Integers.</summary>
    public static OnnxAttribute Of(string name, IEnumerable<long> values) => new OnnxIntegers(name, [.. values]);

    /// <summary>A number.</summary>
    public static OnnxAttribute Of(string name, double value) => new OnnxNumber(name, (float)value);

    /// <summary>A text.</summary>
    public static OnnxAttribute Of(string name, string value) => new OnnxText(name, value);

    /// <summary>Texts.</summary>
    public static OnnxAttribute Of(string name, IEnumerable<string> values) => new OnnxTexts(name, [.. values]);

    /// <summary>A tensor.</summary>
    public static OnnxAttribute Of(string name, OnnxTensor value) => new OnnxConstant(name, value);
}

/// <summary>An integer.</summary>
internal sealed record OnnxInteger(string Name, long Value) : OnnxAttribute(Name);

/// <summary>Integers.</summary>
internal sealed record OnnxIntegers(string Name, ImmutableArray<long> Values) : OnnxAttribute(Name);

/// <summary>A number.</summary>
internal sealed record OnnxNumber(string Name, float Value) : OnnxAttribute(Name);

/// <summary>A text.</summary>
internal sealed record OnnxText(string Name, string Value) : OnnxAttribute(Name);

/// <summary>Texts.</summary>
internal sealed record OnnxTexts(string Name, ImmutableArray<string> Values) : OnnxAttribute(Name);

/// <summary>A tensor.</summary>
internal sealed record OnnxConstant(string Name, OnnxTensor Value) : OnnxAttribute(Name);
