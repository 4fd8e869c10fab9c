using NasDaemon.Pipeline.Experiments.Reading;
using NasDaemon.Pipeline.Fields;
using NasDaemon.Pipeline.Tasks;
using NasDaemon.Testing;
using NasDaemon.Testing.Generated;

namespace NasDaemon.Pipeline.Tests.Generated;

/// <summary>The schema and the tables of the documentation come from the table of fields.</summary>
public sealed class GeneratedFilesTests
{
    [Fact]
    public void TaskSchema_FieldsOfTasks_IsUpToDate() => GeneratedFile.Check(
        Repository.Combine("config", "task.schema.json"),
        FieldSchema.Write("task", TaskFields.File, TaskFields.Kind, TaskFields.Experiment, ExperimentFields.File));

    [Fact]
    public void TaskFormat_FieldsOfTasks_IsUpToDate() =>
        GeneratedFile.CheckBetweenMarks(Repository.Combine("docs", "task-format.md"), FieldTable.Write(TaskFields.File));

    [Fact]
    public void Experiments_FieldsOfExperiments_IsUpToDate() =>
        GeneratedFile.CheckBetweenMarks(Repository.Combine("docs", "experiments.md"), FieldTable.Write(ExperimentFields.Own));
}
