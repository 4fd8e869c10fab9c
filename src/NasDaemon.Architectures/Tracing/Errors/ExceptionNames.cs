using NasDaemon.Architectures.Tracing.Values;

namespace NasDaemon.Architectures.Tracing.Errors;

/// <summary>Tests exceptions by name.</summary>
internal static class ExceptionNames
{
    /// <summary>Whether an exception is of a kind.</summary>
    /// <param name="type">The exception's class.</param>
    /// <param name="name">The name of the class that it has to be, or to inherit from.</param>
    /// <returns>True where it is.</returns>
    public static bool Is(ClassValue type, string name)
    {
        foreach (var entry in type.ResolutionOrder)
        {
            if (entry.Name == name && !entry.IsUserDefined)
            {
                return true;
            }
        }

        return false;
    }
}
