using System.Text.Json.Serialization;

namespace NasDaemon.Live.Signs;

/// <summary>Whether the main loop goes round.</summary>
/// <param name="Status"><c>ok</c>, or <c>stalled</c> where a pass takes too long.</param>
/// <param name="MainLoopSeconds">How long ago it ended a pass.</param>
/// <param name="Version">The daemon's version.</param>
internal sealed record Health(string Status, double MainLoopSeconds, string Version)
{
    /// <summary>Looks at the daemon.</summary>
    public static Health Of(IVitalSigns signs)
    {
        var since = signs.SinceBeat;
        return new Health(since <= signs.LongestPass ? "ok" : "stalled", Math.Round(since.TotalSeconds, 3), signs.Version);
    }

    /// <summary>Whether nothing is wrong.</summary>
    [JsonIgnore]
    public bool IsGood => Status == "ok";
}
