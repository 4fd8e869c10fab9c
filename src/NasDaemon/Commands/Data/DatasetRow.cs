using System.Collections.Immutable;

namespace NasDaemon.Commands.Data;

/// <summary>A data set as it is listed.</summary>
/// <param name="Name">What tasks call it.</param>
/// <param name="Sample">The sizes of a sample.</param>
/// <param name="Classes">How many classes it has.</param>
/// <param name="Train">Training samples.</param>
/// <param name="Test">Test samples.</param>
/// <param name="IsHere">Whether it is in the data folder.</param>
/// <param name="CanFetch">Whether <c>nasdaemon data get</c> can bring it.</param>
internal sealed record DatasetRow(string Name, ImmutableArray<int> Sample, int Classes, int Train, int Test, bool IsHere, bool CanFetch);
