using System.Globalization;
using BenchmarkDotNet.Running;
using NasDaemon.Benchmarks.Fingerprints;
using NasDaemon.Benchmarks.Models;
using NasDaemon.Benchmarks.Tracing;
using NasDaemon.Benchmarks.Training;

const string usage = """
    Usage: training [rounds] [network] | tracing [rounds] [folder] | fingerprints [folder] | model FILE [rounds]
           or any argument of BenchmarkDotNet, e.g. --filter '*'
    """;

switch (args)
{
    case ["training", .. var rest]:
        SideBySide.Run(Rounds(rest, 15), rest.Length > 1 ? rest[1] : null);
        break;
    case ["tracing", .. var rest]:
        TracingReport.Run(Rounds(rest, 30), rest.Length > 1 ? rest[1] : null);
        break;
    case ["fingerprints", .. var rest]:
        FingerprintStudy.Run(rest.Length > 0 ? rest[0] : null);
        break;
    case ["model", var path, .. var rest]:
        await ModelSpeed.RunAsync(path, Rounds(rest, 5));
        break;
    case []:
        Console.WriteLine(usage);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Subject).Assembly).Run(args);
        break;
}

<<<<<<< HEAD
static int Rounds(string[] arguments, int usual) => arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : usual;
=======
static int? Number(string[] texts, int index) => index < texts.Length ? int.Parse(texts[index], CultureInfo.InvariantCulture) : null;
>>>>>>> 8a1e2f9 (Hold the processes of language models to their restarts: back-off, giving up at load, lower variants, chatter)
