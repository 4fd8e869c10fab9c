using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>Makes an instance of a built-in class.</summary>
/// <param name="interpreter">The interpreter.</param>
/// <param name="type">The class that is called, which may inherit from the built-in one.</param>
/// <param name="arguments">The arguments.</param>
/// <returns>The instance; null where an error was raised.</returns>
internal delegate Value? NativeConstructor(Interpreter interpreter, ClassValue type, CallArguments arguments);
