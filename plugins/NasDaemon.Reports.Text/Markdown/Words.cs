using System.Text.Json;

namespace NasDaemon.Reports.Text.Markdown;

/// <summary>The members of enumerations in words.</summary>
internal static class Words
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()).Replace('_', ' ');
}
