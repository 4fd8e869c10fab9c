using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Abstractions.Data;

/// <summary>An opened data set: where the samples lie, and their labels. Samples stay in their files, which readers map into memory.</summary>
/// <param name="Info">Name, classes and shape.</param>
/// <param name="Train">The training split.</param>
/// <param name="Test">The test split.</param>
public sealed record Dataset(DatasetInfo Info, DatasetSplit Train, DatasetSplit Test);

/// <summary>One split of a data set.</summary>
/// <param name="Blocks">Where the samples lie, in order.</param>
/// <param name="Element">The type of their elements: <see cref="ElementType.UInt8"/> (0 to 255, scaled by 1/255 when read) or <see cref="ElementType.Float32"/>.</param>
/// <param name="Labels">The class number of each sample, in the order of the samples.</param>
public sealed record DatasetSplit(ImmutableArray<SampleBlock> Blocks, ElementType Element, ImmutableArray<int> Labels);

/// <summary>Samples at equal distances in one file, each in (channels, height, width) order.</summary>
/// <param name="Path">The file.</param>
/// <param name="Offset">Where the first sample begins, in bytes.</param>
/// <param name="Stride">The distance from one sample to the next, in bytes.</param>
/// <param name="Count">How many samples.</param>
public sealed record SampleBlock(string Path, long Offset, long Stride, int Count);
