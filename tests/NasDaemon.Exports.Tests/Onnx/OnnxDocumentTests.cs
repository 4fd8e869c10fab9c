using NasDaemon.Exports.Onnx.Documentation;

namespace NasDaemon.Exports.Tests.Onnx;

/// <summary>
/// The table of docs/onnx.md comes from the exporter. With NASDAEMON_WRITE_GENERATED=1 in the environment this test writes it anew;
/// otherwise it compares.
/// </summary>
public sealed class OnnxDocumentTests
{
    private const string Switch = "NASDAEMON_WRITE_GENERATED";
    private const string Begin = "<!-- generated: begin -->\n";
    private const string End = "<!-- generated: end -->\n";

    [Fact]
    public void OnnxPage_OfTheExporter_IsUpToDate()
    {
        var path = Find(Path.Combine("docs", "onnx.md"));
        var old = File.ReadAllText(path);
        var begin = old.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var wanted = old[..begin] + "\n" + OnnxDocument.Write() + "\n" + old[old.IndexOf(End, StringComparison.Ordinal)..];
        if (Environment.GetEnvironmentVariable(Switch) == "1")
        {
            File.WriteAllText(path, wanted);
        }
        else
        {
            Assert.True(wanted == old, $"{path} is out of date. Run the tests once with {Switch}=1 and commit what they write.");
        }
    }

    private static string Find(string relative)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, relative)))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException($"{relative} is in no folder above the tests.");
        }

        return Path.Combine(folder, relative);
    }
}
