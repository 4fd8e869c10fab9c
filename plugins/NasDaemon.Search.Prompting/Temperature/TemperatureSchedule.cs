namespace NasDaemon.Search.Prompting.Temperature;

/// <summary>The sampling temperature over a search: it goes evenly from a first to a last value, and rises while the model repeats itself.</summary>
/// <param name="First">The temperature at the beginning.</param>
/// <param name="Last">The temperature when the budget is spent.</param>
internal sealed record TemperatureSchedule(double First, double Last)
{
    /// <summary>By how much each repeat beyond the first among the last networks warms.</summary>
    public const double StepOfRepeat = 0.1;

    /// <summary>The most that repeats warm.</summary>
    public const double MostHeat = 0.6;

    /// <summary>The highest temperature.</summary>
    public const double Highest = 2;

    /// <summary>The temperature now.</summary>
    /// <param name="spent">The share of the budget that is spent, 0 to 1.</param>
    /// <param name="repeats">How the last networks repeated known ones.</param>
    /// <returns>The temperature.</returns>
    public double At(double spent, RepeatWatch repeats) =>
        Math.Round(Math.Min(Highest, First + ((Last - First) * Math.Clamp(spent, 0, 1)) + Heat(repeats)), 3);

    /// <summary>By how much repeats warm now.</summary>
    /// <param name="repeats">How the last networks repeated known ones.</param>
    /// <returns>0 to <see cref="MostHeat"/>.</returns>
    public static double Heat(RepeatWatch repeats) => Math.Clamp((repeats.Recent.Count(isRepeat => isRepeat) - 1) * StepOfRepeat, 0, MostHeat);
}
