using System.Text.Json;

namespace NasDaemon.Reports.Figures;

/// <summary>The members of enumerations in words.</summary>
public static class Words
{
    /// <summary>A member in small letters, its words apart.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()).Replace('_', ' ');
}
