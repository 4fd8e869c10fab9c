using NasDaemon.Architectures.Mending.Texts;
using NasDaemon.Architectures.Syntax.Lexing;

namespace NasDaemon.Architectures.Mending.Rules;

/// <summary>Reads calls of <c>view</c> and <c>reshape</c>.</summary>
internal static class ViewCall
{
    /// <summary>The sizes as they are written: the arguments, or the items of a single tuple or list.</summary>
    /// <param name="text">The source.</param>
    /// <param name="call">The call; null for none.</param>
    /// <returns>The sizes; empty where they cannot be told.</returns>
    public static IReadOnlyList<WrittenArgument> SizesOf(SourceText text, WrittenCall? call)
    {
        if (call is null || call.Arguments.Any(argument => argument.IsSpread || argument.Keyword is not null))
        {
            return [];
        }

        // torch.reshape takes the tensor first.
        var isFunction = call.Callee >= 2 && text.Tokens[call.Callee - 2].Text == "torch";
        var sizes = isFunction ? [.. call.Arguments.Skip(1)] : call.Arguments;
        return sizes is [var only] && text.Tokens[only.First].Kind is TokenKind.LeftParenthesis or TokenKind.LeftBracket && text.Closing(only.First) == only.End - 1
            ? text.Split(only.First, only.End - 1)
            : sizes;
    }
}
