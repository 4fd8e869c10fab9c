using NasDaemon.Abstractions.Spaces;

namespace NasDaemon.Benchmarks.Onnx;

/// <summary>A source that is to become ONNX.</summary>
/// <param name="Name">What it is called in messages.</param>
/// <param name="Text">The source.</param>
/// <param name="Shape">What its network reads and returns.</param>
internal sealed record OnnxSource(string Name, string Text, NetworkShape Shape);
