using System.Text.Json;

namespace NasDaemon.Reports.Text.Json;

/// <summary>How the members of enumerations are spelt in files.</summary>
internal static class SnakeCase
{
    /// <summary>Counts by the members of an enumeration, in the order of their names.</summary>
    public static SortedDictionary<string, TValue> Keys<T, TValue>(IReadOnlyDictionary<T, TValue> counts)
        where T : struct, Enum => new(counts.ToDictionary(pair => Of(pair.Key), pair => pair.Value), StringComparer.Ordinal);

    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
