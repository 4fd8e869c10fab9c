namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>The class that error texts show before a built-in method's name.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsPython">Whether the method is written in Python, so that errors count <c>self</c> and read as those of the source's own methods.</param>
internal sealed record FunctionOwner(string Name, bool IsPython);
