using NasDaemon.Architectures.Operators;

namespace NasDaemon.Architectures.Tracing.Diagnosis;

/// <summary>A function of PyTorch that raised an error.</summary>
/// <param name="Name">Its name in graphs, e.g. <c>view</c>.</param>
/// <param name="Arguments">What it was given; of a method the tensor first.</param>
/// <param name="Parameters">The names of its parameters.</param>
internal sealed record FailedOperator(string Name, CallArguments Arguments, IReadOnlyList<string> Parameters);
