using System.Globalization;
using System.Text.RegularExpressions;
using NasDaemon.Testing;

namespace NasDaemon.Search.Evolution.Tests.Benchmark;

/// <summary>What a method reached on the table elsewhere: the figures to be met.</summary>
/// <param name="Seeds">Over how many runs.</param>
/// <param name="Mean">Mean test accuracy of the best by validation, in percent.</param>
/// <param name="Deviation">Its standard deviation over the runs.</param>
internal sealed partial record Control(int Seeds, double Mean, double Deviation)
{
    public static Control Of(string method, int evaluations) =>
        File.ReadLines(SharedData.Find("nasbench", "controls.csv")!)
            .Select(line => Row().Match(line))
            .Where(row => row.Groups["method"].Value == method && row.Groups["evals"].Value == evaluations.ToString(CultureInfo.InvariantCulture))
            .Select(row => new Control((int)Number(row, "seeds"), Number(row, "mean"), Number(row, "std")))
            .Single();

    private static double Number(Match row, string group) => double.Parse(row.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("^c10,val200,\"?(?<method>[^\"]*?)\"?,(?<evals>\\d+),(?<seeds>\\d+),(?<mean>[\\d.]+),(?<std>[\\d.]+)$")]
    private static partial Regex Row();
}
