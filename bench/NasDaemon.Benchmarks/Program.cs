using System.Globalization;
using BenchmarkDotNet.Running;
using NasDaemon.Benchmarks.Training;

const string usage = "Usage: training [rounds] [network] | any argument of BenchmarkDotNet, e.g. --filter '*'";

switch (args)
{
    case ["training", .. var rest]:
        SideBySide.Run(rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 15, rest.Length > 1 ? rest[1] : null);
        break;
    case []:
        Console.WriteLine(usage);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Subject).Assembly).Run(args);
        break;
}
