using NasDaemon.Architectures.Operators;

namespace NasDaemon.Architectures.Tracing.Diagnosis;

/// <summary>A function of PyTorch that raised an error.</summary>
/// <param name="Path">Its full path, e.g. <c>torch.Tensor.view</c>.</param>
/// <param name="Arguments">What it was given; of a method the tensor first.</param>
internal sealed record FailedOperator(string Path, CallArguments Arguments);
