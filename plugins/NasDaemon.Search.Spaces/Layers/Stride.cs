namespace NasDaemon.Search.Spaces.Layers;

/// <summary>The stride as an argument of a call.</summary>
internal static class Stride
{
    /// <summary>Writes the argument, or nothing where the stride is 1, every layer's default.</summary>
    /// <param name="stride">The stride.</param>
    /// <returns>The argument with the comma before it.</returns>
    public static string Argument(int stride) => stride == 1 ? "" : $", stride={stride}";
}
