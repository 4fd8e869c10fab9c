using NasDaemon.Abstractions.Training;
using NasDaemon.Testing.Contracts;

namespace NasDaemon.Engines.LibTorch.Tests;

/// <summary>Classes of this collection count live native handles, so they take turns.</summary>
[Collection(NativeHandles.Collection)]
public sealed class LibTorchEngineTests : TrainingEngineContract
{
    protected override ITrainingEngine CreateEngine() => new LibTorchEngine(new LibTorchOptions("cpu", ForceBFloat16: false));
}
