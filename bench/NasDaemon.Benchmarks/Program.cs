using System.Globalization;
using BenchmarkDotNet.Running;
using NasDaemon.Benchmarks.Fingerprints;
using NasDaemon.Benchmarks.Models;
using NasDaemon.Benchmarks.Onnx;
using NasDaemon.Benchmarks.Tables;
using NasDaemon.Benchmarks.Tracing;
using NasDaemon.Benchmarks.Training;
using NasDaemon.Benchmarks.Writing;
using NasDaemon.Benchmarks.Writing.Reached;

const string usage = """
    Usage: training [rounds] [network] | tracing [rounds] [folder] | fingerprints [folder] | model FILE [rounds] [threads]
           | onnx [step] [folder]
           | tables STRATEGY [data set] [seeds] [trainings] [epochs] | choose FILE STRATEGY [seeds] [trainings] [threads]
           | bayesian [seeds] [alone|archive|misleading|macro|time]
           | writing FILE FOLDER [proposals] [threads] [examples,…] [arm,…] | reached FOLDER DATA
           or any argument of BenchmarkDotNet, e.g. --filter '*'
    """;

switch (args)
{
    case ["training", .. var rest]:
        SideBySide.Run(Number(rest, 0) ?? 15, rest.Length > 1 ? rest[1] : null);
        break;
    case ["tracing", .. var rest]:
        TracingReport.Run(Number(rest, 0) ?? 30, rest.Length > 1 ? rest[1] : null);
        break;
    case ["fingerprints", .. var rest]:
        FingerprintStudy.Run(rest.Length > 0 ? rest[0] : null);
        break;
    case ["onnx", .. var rest]:
        await OnnxStudy.RunAsync(Number(rest, 0) ?? 1, rest.Length > 1 ? rest[1] : null);
        break;
    case ["model", var path, .. var rest]:
        await ModelSpeed.RunAsync(path, Number(rest, 0) ?? 5, Number(rest, 1) ?? Environment.ProcessorCount);
        break;
    case ["tables", var strategy, .. var rest]:
        await TableReplay.RunAsync(strategy, rest.Length > 0 ? rest[0] : "cifar10", Number(rest, 1) ?? 30, Number(rest, 2) ?? 100, Number(rest, 3) ?? 200);
        break;
    case ["bayesian", .. var rest]:
        await new BayesianStudy(Number(rest, 0) ?? 30).RunAsync(rest.Length > 1 ? rest[1] : null);
        break;
    case ["writing", var path, var folder, .. var rest]:
        await WritingStudy.RunAsync(new StudyOptions(path, folder, Number(rest, 0) ?? 32, Number(rest, 1) ?? 2, [.. List(rest, 2, "0,1,3").Select(int.Parse)], List(rest, 3, string.Empty)));
        break;
    case ["reached", var folder, var data]:
        ReachedStudy.Run(folder, data);
        break;
    case ["choose", var path, var strategy, .. var rest]:
        await TableReplay.RunWithModelAsync(path, strategy, Number(rest, 0) ?? 30, Number(rest, 1) ?? 100, Number(rest, 2) ?? Environment.ProcessorCount, rest.Length > 3 ? rest[3] : null);
        break;
    case []:
        Console.WriteLine(usage);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Subject).Assembly).Run(args);
        break;
}

static int? Number(string[] texts, int index) => index < texts.Length ? int.Parse(texts[index], CultureInfo.InvariantCulture) : null;

static string[] List(string[] texts, int index, string usual) => (index < texts.Length ? texts[index] : usual).Split(',', StringSplitOptions.RemoveEmptyEntries);
