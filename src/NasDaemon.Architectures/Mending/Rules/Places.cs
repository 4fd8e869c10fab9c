using System.Globalization;
using NasDaemon.Architectures.Mending.Texts;
using NasDaemon.Architectures.Syntax;
using NasDaemon.Architectures.Syntax.Lexing;
using NasDaemon.Architectures.Tracing.Diagnosis;

namespace NasDaemon.Architectures.Mending.Rules;

/// <summary>Finds where an argument of a module's constructor was written.</summary>
internal static class Places
{
    /// <summary>
    /// Proposes to set an argument. Where it is a parameter of the function around it, the place is where that function was called, so
    /// that a class that is used several times stays as it is.
    /// </summary>
    /// <param name="text">The source.</param>
    /// <param name="site">Where the module was made.</param>
    /// <param name="name">The parameter's name.</param>
    /// <param name="position">Its position, from 0.</param>
    /// <param name="value">What the argument should be.</param>
    /// <returns>The places, the outermost first.</returns>
    public static IEnumerable<TextChange> Set(SourceText text, ConstructionSite? site, string name, int position, string value)
    {
        var places = new Stack<TextChange>();
        var (place, within) = (site?.Place ?? default, site?.Within);
        while (text.CallAt(place)?.Find(name, position) is { } argument)
        {
            places.Push(text.Replace(argument.First, argument.End, value));
            if (within is null || argument.End != argument.First + 1 || text.Tokens[argument.First] is not { Kind: TokenKind.Name } variable)
            {
                break;
            }

            var parameters = within.Function.Parameters;
            var index = parameters.IndexOf(parameters.FirstOrDefault(parameter => parameter.Name == variable.Text)!);
            if (index < 0)
            {
                break;
            }

            // Where a class is called, its constructor's self is not written.
            (name, position) = (variable.Text!, within.Function.Owner is null ? index : index - 1);
            (place, within) = (within.Place, within.Outer);
        }

        return places;
    }

    /// <summary>Proposes to set an argument to a number.</summary>
    /// <param name="text">The source.</param>
    /// <param name="site">Where the module was made.</param>
    /// <param name="name">The parameter's name.</param>
    /// <param name="position">Its position, from 0.</param>
    /// <param name="value">The number.</param>
    /// <returns>The places, the outermost first.</returns>
    public static IEnumerable<TextChange> Set(SourceText text, ConstructionSite? site, string name, int position, long value) =>
        Set(text, site, name, position, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Where a failure happened.</summary>
    /// <param name="breakdown">The failure.</param>
    /// <returns>The place; the default where it has none.</returns>
    public static SourcePosition Of(Breakdown breakdown) => new(breakdown.Failure.Line ?? 0, breakdown.Failure.Column ?? 0);
}
