using System.Collections.Immutable;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Pipeline.Weights;

/// <summary>What a safetensors file holds.</summary>
/// <param name="Tensors">The tensors in the order in which the header names them.</param>
/// <param name="Metadata">Text about them; empty for none.</param>
public sealed record SafetensorsContent(ImmutableArray<NamedTensor> Tensors, ImmutableSortedDictionary<string, string> Metadata);

/// <summary>What a safetensors file holds, or why it cannot be used.</summary>
/// <param name="Content">The content; null where the file cannot be used.</param>
/// <param name="Problem">What is wrong, naming the file; null where nothing is.</param>
public sealed record SafetensorsResult(SafetensorsContent? Content, string? Problem);
