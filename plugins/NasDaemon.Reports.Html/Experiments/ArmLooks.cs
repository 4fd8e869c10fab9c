using System.Globalization;

namespace NasDaemon.Reports.Html.Experiments;

/// <summary>What tells the arms apart in charts.</summary>
internal static class ArmLooks
{
    private const int Colours = 6;

    /// <summary>The classes of an arm's series: a colour, and broken lines once the colours are used up.</summary>
    /// <param name="arm">The arm's place in the design.</param>
    public static string Of(int arm) => string.Create(CultureInfo.InvariantCulture, $"s{arm % Colours}{(arm >= Colours ? " broken" : string.Empty)}");
}
