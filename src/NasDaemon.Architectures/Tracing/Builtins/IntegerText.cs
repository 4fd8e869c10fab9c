namespace NasDaemon.Architectures.Tracing.Builtins;

/// <summary>Reads integers in any base, as <c>int(text, base)</c> does.</summary>
internal static class IntegerText
{
    /// <summary>Reads an integer.</summary>
    /// <param name="text">The text; blanks around it and single underscores in it do not count.</param>
    /// <param name="radix">The base; 0 where a prefix tells it.</param>
    /// <param name="value">The integer.</param>
    /// <returns>False where the text is no integer of at most 63 bits.</returns>
    public static bool TryParse(string text, int radix, out long value)
    {
        value = 0;
        var digits = text.AsSpan().Trim();
        var isNegative = digits is ['-', ..];
        digits = digits is ['-' or '+', ..] ? digits[1..] : digits;
        if (digits is ['0', var letter, ..] && Prefix(letter) is var named && named > 0 && (radix == 0 || radix == named))
        {
            digits = digits[2..];
            radix = named;
        }

        radix = radix == 0 ? 10 : radix;
        Int128 total = 0;
        foreach (var digit in digits)
        {
            var amount = char.IsAsciiDigit(digit) ? digit - '0' : char.IsAsciiLetter(digit) ? char.ToLowerInvariant(digit) - 'a' + 10 : -1;
            if (digit == '_')
            {
                continue;
            }

            if (amount < 0 || amount >= radix || total > long.MaxValue)
            {
                return false;
            }

            total = (total * radix) + amount;
        }

        if (digits.IsEmpty || digits[0] == '_' || digits[^1] == '_' || total > long.MaxValue)
        {
            return false;
        }

        value = isNegative ? -(long)total : (long)total;
        return true;
    }

    private static int Prefix(char letter) => char.ToLowerInvariant(letter) switch
    {
        'x' => 16,
        'o' => 8,
        'b' => 2,
        _ => 0,
    };
}
