namespace NasDaemon.Pipeline.Tests.Statistics;

/// <summary>
/// Hours of sleep that ten people gained by each of two drugs: Student's own example (Biometrika 6, 1908), which comes with R as <c>sleep</c>.
/// </summary>
internal static class Sleep
{
    public static readonly double[] First = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];

    public static readonly double[] Second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
}
