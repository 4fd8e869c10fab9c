using NasDaemon.Architectures.Modules;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Modules;

namespace NasDaemon.Architectures.Tracing.Diagnosis;

/// <summary>A module of the catalogue whose <c>forward</c> raised an error.</summary>
/// <param name="Module">The module.</param>
/// <param name="Definition">Which one of the catalogue.</param>
/// <param name="Arguments">What it was given.</param>
internal sealed record FailedModule(ModuleInstance Module, ModuleDefinition Definition, CallArguments Arguments);
