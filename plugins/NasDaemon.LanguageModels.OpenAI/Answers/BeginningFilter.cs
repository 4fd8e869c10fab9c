namespace NasDaemon.LanguageModels.OpenAI.Answers;

/// <summary>Takes away a given beginning where the model wrote it once more in place of going on from it.</summary>
/// <param name="beginning">The beginning; empty for none.</param>
internal sealed class BeginningFilter(string beginning)
{
    private readonly string _wanted = beginning.TrimStart();
    private string _held = string.Empty;
    private bool _isDecided = string.IsNullOrWhiteSpace(beginning);

    /// <summary>Takes text and lets through what does not belong to the beginning.</summary>
    /// <param name="text">The text.</param>
    /// <returns>What is let through.</returns>
    public string Pass(string text)
    {
        if (_isDecided)
        {
            return text;
        }

        _held += text;
        var written = _held.AsSpan().TrimStart();
        return written.Length < _wanted.Length && _wanted.AsSpan().StartsWith(written, StringComparison.Ordinal) ? string.Empty : Flush();
    }

    /// <summary>Lets through what was held back, since nothing follows.</summary>
    /// <returns>The text.</returns>
    public string Flush()
    {
        // The white space that ends the beginning may be written otherwise, and is not to be there twice.
        var written = _held.AsSpan().TrimStart();
        var words = _wanted.AsSpan().TrimEnd();
        var rest = _isDecided || !written.StartsWith(words, StringComparison.Ordinal) ? _held
            : written.StartsWith(_wanted, StringComparison.Ordinal) ? written[_wanted.Length..].ToString()
            : written[words.Length..].ToString();
        (_held, _isDecided) = (string.Empty, true);
        return rest;
    }
}
