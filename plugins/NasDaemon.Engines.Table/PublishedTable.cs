using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Engines.Table;

/// <summary>A published table in the data folder. Its file is read when it is first needed.</summary>
internal sealed class PublishedTable : ITrainingTable
{
    private const long LargestFile = 64 << 20;
    private readonly ITableFormat _format;
    private readonly Lazy<(TableContent? Content, string? Problem)> _loaded;

    /// <summary>Names the file.</summary>
    /// <param name="context">Where the data folder is, and which file the task names.</param>
    /// <param name="format">How it is read.</param>
    public PublishedTable(ComponentContext context, ITableFormat format)
    {
        _format = format;
        var path = Path.GetFullPath(context.Options.Text(FileOption.Name), context.Folders.Data);
        _loaded = new(() => Load(path, format));
    }

    /// <inheritdoc/>
    public EngineInfo Info => _format.Info;

    /// <inheritdoc/>
    public string? Problem => _loaded.Value.Problem;

    private TableContent Content => _loaded.Value.Content ?? throw new EngineException(Problem!);

    /// <inheritdoc/>
    public TabulatedTraining? Find(AnswerList answers, TabulatedRecipe recipe) =>
        _format.NameOf(answers) is { } name ? Content.Find(name, recipe) : null;

    /// <inheritdoc/>
    public double BestValidation(TabulatedRecipe recipe) => Content.BestValidation(recipe);

    private static (TableContent? Content, string? Problem) Load(string path, ITableFormat format)
    {
        var remedy = $"docs/tables.md says where the file of '{format.Info.Name}' comes from.";
        try
        {
            if (!File.Exists(path))
            {
                return (null, $"The table's file {path} is not there. Copy it there; {remedy}");
            }

            return new FileInfo(path).Length > LargestFile
                ? (null, $"The table's file {path} is larger than {LargestFile >> 20} MiB, so it is another one. Copy the right one there; {remedy}")
                : (format.Read(path), null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return (null, $"The table's file {path} cannot be read: {exception.Message} Copy it there again; {remedy}");
        }
    }
}
