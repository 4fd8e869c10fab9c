using NasDaemon.Abstractions.Failures;

namespace NasDaemon.Commands.Tracing.Outputs;

/// <summary>A file that was to be made of a network.</summary>
/// <param name="Kind">The option that asked for it.</param>
/// <param name="Path">The file; null where it could not be written.</param>
/// <param name="Failure">Why it could not be written.</param>
internal sealed record OutputFile(string Kind, string? Path, Failure? Failure);
