using System.Text;
using System.Text.RegularExpressions;

namespace NasDaemon.Architectures.Tests.Safety;

/// <summary>Damages sources at random, byte by byte or token by token. The same seed damages the same sources in the same way.</summary>
internal sealed partial class Mutator(IReadOnlyList<string> sources, int seed)
{
    private const int MostChanges = 6;

    private static readonly string[] Nasty =
    [
        "10**9", "-1", "0", "2**62", "None", "self", "()", "[]", "{}", "nan", "1e999", "'a' * 99", "x", "lambda: x", "*x", "**x", "return", "yield",
        "while True:", "for x in x:", "class x(x):", "def x(x):", "\n", "\t", "\0", "\ud800", "\u202e", "(", ")", "[", "]", ":", "...", "not", "@", "//", "x.__class__",
        "range(10**9)", "nn.Module", "super()", "del x", "x = x, x",
    ];

    private readonly Random _random = new(seed);

    public string Next()
    {
        var source = sources[_random.Next(sources.Count)];
        return _random.Next(3) switch
        {
            0 => MutateBytes(source),
            1 => MutateTokens(source, _random.Next(1, MostChanges)),
            _ => MutateTokens(MutateBytes(source), 1),
        };
    }

    private string MutateBytes(string source)
    {
        var bytes = Encoding.UTF8.GetBytes(source).ToList();
        for (var change = _random.Next(1, MostChanges); change > 0 && bytes.Count > 0; change--)
        {
            var at = _random.Next(bytes.Count);
            switch (_random.Next(4))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << _random.Next(8));
                    break;
                case 1:
                    bytes.Insert(at, (byte)_random.Next(256));
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(_random.Next(1, 40), bytes.Count - at));
                    break;
                default:
                    bytes.InsertRange(_random.Next(bytes.Count), bytes.GetRange(at, Math.Min(_random.Next(1, 200), bytes.Count - at)));
                    break;
            }
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private string MutateTokens(string source, int changes)
    {
        var tokens = Tokens().Matches(source).Select(match => match.Value).ToList();
        for (; changes > 0 && tokens.Count > 1; changes--)
        {
            var (at, other) = (_random.Next(tokens.Count), _random.Next(tokens.Count));
            switch (_random.Next(5))
            {
                case 0:
                    (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                    break;
                case 1:
                    tokens.RemoveAt(at);
                    break;
                case 2:
                    tokens.Insert(at, tokens[other]);
                    break;
                case 3:
                    tokens[at] = Nasty[_random.Next(Nasty.Length)];
                    break;
                default:
                    var foreign = Tokens().Matches(sources[_random.Next(sources.Count)]);
                    tokens[at] = foreign.Count > 0 ? foreign[_random.Next(foreign.Count)].Value : string.Empty;
                    break;
            }
        }

        return string.Concat(tokens);
    }

    [GeneratedRegex(@"\w+|\s+|[^\w\s]+")]
    private static partial Regex Tokens();
}
