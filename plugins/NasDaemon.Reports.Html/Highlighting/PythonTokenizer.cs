namespace NasDaemon.Reports.Html.Highlighting;

/// <summary>Cuts Python into pieces for display. It takes any text, right or wrong, and loses nothing of it.</summary>
/// <param name="source">The source.</param>
internal sealed class PythonTokenizer(string source)
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except",
        "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "self",
        "super", "try", "while", "with", "yield",
    };

    private int _place;
    private bool _isDefinition;

    /// <summary>The pieces, in order.</summary>
    public IEnumerable<PythonToken> Read()
    {
        while (_place < source.Length)
        {
            yield return Next();
        }
    }

    private PythonToken Next()
    {
        var letter = source[_place];
        if (letter == '#')
        {
            return Take(PythonTokenKind.Comment, LineEnd(_place));
        }

        if (letter is '"' or '\'')
        {
            return Take(PythonTokenKind.String, StringEnd(_place));
        }

        if (char.IsAsciiDigit(letter))
        {
            return Take(PythonTokenKind.Number, End(_place, next => char.IsAsciiLetterOrDigit(next) || next is '_' or '.'));
        }

        return IsName(letter) ? Name() : Take(PythonTokenKind.Plain, End(_place + 1, IsPlain));
    }

    private PythonToken Name()
    {
        var end = End(_place, IsName);
        var name = source[_place..end];
        if (end < source.Length && source[end] is '"' or '\'' && name.Length <= 2 && name.All(letter => "rbfuRBFU".Contains(letter, StringComparison.Ordinal)))
        {
            return Take(PythonTokenKind.String, StringEnd(end));
        }

        var kind = _isDefinition ? PythonTokenKind.Definition : Keywords.Contains(name) ? PythonTokenKind.Keyword : PythonTokenKind.Plain;
        _isDefinition = kind == PythonTokenKind.Keyword && name is "class" or "def";
        return Take(kind, end);
    }

    private PythonToken Take(PythonTokenKind kind, int end)
    {
        var token = new PythonToken(kind, source[_place..end]);
        _place = end;
        return token;
    }

    private int StringEnd(int quote)
    {
        var mark = source[quote];
        var isLong = string.CompareOrdinal(source, quote, new string(mark, 3), 0, 3) == 0;
        for (var place = quote + (isLong ? 3 : 1); place < source.Length; place++)
        {
            if (source[place] == '\\')
            {
                place++;
            }
            else if (!isLong && source[place] == '\n')
            {
                return place;
            }
            else if (source[place] == mark && (!isLong || string.CompareOrdinal(source, place, new string(mark, 3), 0, 3) == 0))
            {
                return place + (isLong ? 3 : 1);
            }
        }

        return source.Length;
    }

    private int LineEnd(int place)
    {
        var end = source.IndexOf('\n', place);
        return end < 0 ? source.Length : end;
    }

    private int End(int place, Func<char, bool> belongs)
    {
        while (place < source.Length && belongs(source[place]))
        {
            place++;
        }

        return place;
    }

    private static bool IsName(char letter) => char.IsLetterOrDigit(letter) || letter == '_';

    private static bool IsPlain(char letter) => !IsName(letter) && letter is not ('#' or '"' or '\'');
}
