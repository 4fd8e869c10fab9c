using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Builtins;

/// <summary>What a built-in function does.</summary>
/// <param name="call">The bound arguments.</param>
/// <returns>The result; null where an error was raised.</returns>
internal delegate Value? BuiltinBody(BuiltinCall call);
