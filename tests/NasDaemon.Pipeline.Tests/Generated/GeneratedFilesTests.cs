using NasDaemon.Pipeline.Fields;
using NasDaemon.Pipeline.Tasks;

namespace NasDaemon.Pipeline.Tests.Generated;

/// <summary>
/// The schema and the tables of the documentation come from the table of fields. With NASDAEMON_WRITE_GENERATED=1 in the
/// environment these tests write them anew; otherwise they compare.
/// </summary>
public sealed class GeneratedFilesTests
{
    private const string Switch = "NASDAEMON_WRITE_GENERATED";
    private const string Begin = "<!-- generated: begin -->\n";
    private const string End = "<!-- generated: end -->\n";

    [Fact]
    public void TaskSchema_FieldsOfTasks_IsUpToDate() =>
        Check(Repository.Combine("config", "task.schema.json"), _ => FieldSchema.Write(TaskFields.File));

    [Fact]
    public void TaskFormat_FieldsOfTasks_IsUpToDate() => Check(
        Repository.Combine("docs", "task-format.md"),
        old => old[..(old.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)] + "\n" + FieldTable.Write(TaskFields.File) + old[old.IndexOf(End, StringComparison.Ordinal)..]);

    private static void Check(string path, Func<string, string> generate)
    {
        var old = File.Exists(path) ? File.ReadAllText(path) : string.Empty;
        var wanted = generate(old);
        if (Environment.GetEnvironmentVariable(Switch) == "1")
        {
            File.WriteAllText(path, wanted);
        }
        else
        {
            Assert.True(wanted == old, $"{path} is out of date. Run the tests once with {Switch}=1 and commit what they write.");
        }
    }
}
