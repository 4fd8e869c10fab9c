using Microsoft.Extensions.Logging.Abstractions;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Benchmarks.Tracing;
using NasDaemon.Pipeline.Choices;
using NasDaemon.Search.Spaces;
using NasDaemon.Testing;

namespace NasDaemon.Benchmarks.Onnx;

/// <summary>Where the sources come from, by the name that the table gives them.</summary>
internal static class OnnxSources
{
    private const int SamplesASpace = 10;

    private static readonly NetworkShape Pictures = new([3, 32, 32], 10);

    /// <summary>All sources.</summary>
    /// <param name="published">The folder of the published ones.</param>
    /// <returns>Groups of them.</returns>
    public static IEnumerable<(string Group, IReadOnlyList<OnnxSource> Sources)> All(string published)
    {
        yield return ("published runs", [.. Sample.Load(published).Select((sample, index) => new OnnxSource($"published {index + 1}", sample.Source, sample.Request.Shape))]);
        yield return ("library", Folder("library"));
        yield return ("search spaces", [.. Spaces()]);
        yield return ("networks of the tests", [
            .. Folder("tests", "NasDaemon.Architectures.Tests", "Networks"),
            .. Folder("tests", "NasDaemon.Architectures.Tests", "Emit", "Networks"),
            .. Folder("tests", "NasDaemon.Architectures.Tests", "Torchvision", "Networks")]);
    }

    private static OnnxSource[] Folder(params string[] parts) =>
        [.. Directory.GetFiles(Repository.Combine(parts), "*.py").Order(StringComparer.Ordinal).Select(file => new OnnxSource(Path.GetFileName(file), File.ReadAllText(file), Pictures))];

    private static IEnumerable<OnnxSource> Spaces()
    {
        var folders = new DaemonFolders("inbox", "outbox", "state", "data", "models");
        return PluginComponents.Of(new SpacesPlugin()).Spaces.SelectMany(component =>
        {
            var space = component.Create(new ComponentContext(DefaultOptions.Of(component.Description), folders, TimeProvider.System, NullLoggerFactory.Instance));
            return Enumerable.Range(0, SamplesASpace).Select(seed =>
                new OnnxSource($"{component.Description.Name} {seed}", space.Build(new RandomChoices(new Random(seed)), Pictures), Pictures));
        });
    }
}
