namespace NasDaemon.Engines.LibTorch.Tests;

/// <summary>Every test that opens sessions is in this collection, so that one of them can count the handles that are left.</summary>
[CollectionDefinition(Collection)]
public sealed class NativeHandles
{
    public const string Collection = "native handles";
}
