using NasDaemon.Architectures.Tracing.Frames;

namespace NasDaemon.Architectures.Tracing.Calls;

/// <summary>The names of definitions with what encloses them, as Python's error texts show them.</summary>
internal static class QualifiedNames
{
    /// <summary>The qualified name of a definition.</summary>
    /// <param name="name">Its own name.</param>
    /// <param name="frame">The frame that it is executed in.</param>
    /// <returns>The qualified name.</returns>
    public static string Of(string name, Frame frame)
    {
        for (var around = frame; around is not null; around = around.Enclosing)
        {
            if (around.Class is { } type)
            {
                return $"{type.QualifiedName}.{name}";
            }

            if (around.Function is { } function)
            {
                return $"{function.QualifiedName}.<locals>.{name}";
            }
        }

        return name;
    }
}
