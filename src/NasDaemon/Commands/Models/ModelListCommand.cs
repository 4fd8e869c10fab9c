using System.CommandLine;
using NasDaemon.Commands.Tables;
using NasDaemon.Pipeline.LanguageModels;
using NasDaemon.Pipeline.LanguageModels.Fetching;
using NasDaemon.Pipeline.Text;

namespace NasDaemon.Commands.Models;

/// <summary><c>nasdaemon model list</c>: shows the language models that tasks may name, and those that can be brought by name.</summary>
internal sealed class ModelListCommand : SettingsCommand
{
    /// <summary>Makes the command.</summary>
    public ModelListCommand()
        : base("list", "Lists the language models that tasks may name, and those that can be brought by name.", "nasdaemon model list")
    {
    }

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        using var access = new LanguageModelAccess(context);
        var models = access.Catalogue.Models();
        var standard = access.Catalogue.Find(null);
        if (context.IsJson)
        {
            context.WriteJson(new
            {
                Models = models.Select(known => new { known.Model.Name, known.Model.Kind, known.Origin, known.Bytes, known.Problem }),
                Standard = standard.Model?.Name,
                StandardProblem = standard.Failure?.Message,
                Known = KnownModel.All.Select(model => new { model.Name, model.Summary, model.Bytes, model.Licence, IsHere = IsHere(model, models) }),
            });
            return Task.FromResult(ExitCode.Done);
        }

        WriteModels(context.Output, models, standard);
        context.Output.WriteLine();
        WriteKnown(context.Output, models);
        return Task.FromResult(ExitCode.Done);
    }

    private static void WriteModels(TextWriter output, IReadOnlyCollection<KnownLanguageModel> models, ModelChoice standard)
    {
        if (models.Count == 0)
        {
            output.WriteLine($"{standard.Failure!.Message} {standard.Failure.Hint}");
            return;
        }

        var table = new TextTable("language model", "kind", "from", "size", "").AlignRight(3);
        foreach (var known in models)
        {
            var remark = known.Problem ?? (known.Model == standard.Model ? "taken by tasks that name none" : string.Empty);
            table.Add(known.Model.Name, known.Model.Kind, Origin(known.Origin), known.Bytes is { } bytes ? ByteSize.Write(bytes) : string.Empty, remark);
        }

        table.Write(output);
        if (standard.Failure is { } failure)
        {
            output.WriteLine($"Tasks that name none: {failure.Message} {failure.Hint}");
        }
    }

    private static void WriteKnown(TextWriter output, IReadOnlyCollection<KnownLanguageModel> models)
    {
        var table = new TextTable("nasdaemon model get …", "what it is", "size", "licence", "here").AlignRight(2);
        foreach (var model in KnownModel.All)
        {
            table.Add(model.Name, model.Summary, ByteSize.Write(model.Bytes), model.Licence, IsHere(model, models) ? "yes" : "no");
        }

        table.Write(output);
    }

    private static bool IsHere(KnownModel model, IReadOnlyCollection<KnownLanguageModel> models) => models.Any(known => known.Model.Name == model.Name);

    private static string Origin(ModelOrigin origin) => origin switch
    {
        ModelOrigin.Environment => LanguageModelCatalogue.Variable,
        ModelOrigin.Settings => "settings",
        _ => "model folder",
    };
}
