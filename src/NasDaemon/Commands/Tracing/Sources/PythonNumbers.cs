namespace NasDaemon.Commands.Tracing.Sources;

/// <summary>Makes JSON of what Python's <c>json</c> writes: <c>NaN</c> and <c>Infinity</c>, which JSON does not know, become 0.</summary>
internal static class PythonNumbers
{
    private static readonly byte[][] Words = ["-Infinity"u8.ToArray(), "Infinity"u8.ToArray(), "NaN"u8.ToArray()];

    /// <summary>Replaces them in place, at the same length.</summary>
    /// <param name="json">One JSON text.</param>
    public static void Replace(Span<byte> json)
    {
        var isText = false;
        for (var index = 0; index < json.Length; index++)
        {
            switch (json[index])
            {
                case (byte)'\\' when isText:
                    index++;
                    break;
                case (byte)'"':
                    isText = !isText;
                    break;
                case (byte)'N' or (byte)'I' or (byte)'-' when !isText:
                    index += Replace(json, index);
                    break;
            }
        }
    }

    private static int Replace(Span<byte> json, int index)
    {
        foreach (var word in Words)
        {
            if (json[index..].StartsWith(word))
            {
                json.Slice(index, word.Length).Fill((byte)' ');
                json[index] = (byte)'0';
                return word.Length - 1;
            }
        }

        return 0;
    }
}
