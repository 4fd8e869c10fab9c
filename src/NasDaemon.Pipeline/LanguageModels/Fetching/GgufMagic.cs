namespace NasDaemon.Pipeline.LanguageModels.Fetching;

/// <summary>Looks whether a file begins as GGUF files do, while it comes in.</summary>
/// <param name="position">How many bytes have been looked at already.</param>
internal sealed class GgufMagic(long position)
{
    private static readonly byte[] Beginning = "GGUF"u8.ToArray();
    private long _position = position;

    /// <summary>How many bytes the beginning has.</summary>
    public static int Length => Beginning.Length;

    /// <summary>Looks at the next bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>Whether the file may still be one.</returns>
    public bool Accepts(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            if (_position >= Beginning.Length)
            {
                return true;
            }

            if (value != Beginning[_position++])
            {
                return false;
            }
        }

        return true;
    }
}
