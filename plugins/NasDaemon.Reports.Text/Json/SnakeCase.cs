using System.Text.Json;

namespace NasDaemon.Reports.Text.Json;

/// <summary>How the members of enumerations are spelt in files.</summary>
internal static class SnakeCase
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
