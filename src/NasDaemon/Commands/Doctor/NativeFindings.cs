using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Abstractions.Training;
using NasDaemon.Composition;
using NasDaemon.Pipeline.Plugins;

namespace NasDaemon.Commands.Doctor;

/// <summary>Loads what is native into this process and says what it is.</summary>
/// <param name="context">Settings and plugins.</param>
internal sealed class NativeFindings(CommandContext context)
{
    private const string EngineArea = "engine";
    private const string Remedy = "./install.sh builds what is missing; LIBTORCH=/path names another libtorch.";

    /// <summary>Looks at the settings' engine and at every kind of language model.</summary>
    /// <returns>What was found.</returns>
    public IReadOnlyList<Finding> Find() => [.. Engine(), .. context.Components.Catalogue.LanguageModels.SelectMany(Kind)];

    private IEnumerable<Finding> Engine()
    {
        var name = context.Settings.Engine;
        var known = context.Components.Catalogue.Engines;
        if (known.Find(name) is null)
        {
            // A table answers trainings and loads nothing.
            return context.Components.Catalogue.Tables.Find(name) is null
                ? [new Finding(EngineArea, FindingState.Broken, known.Unknown(name), "Name another in the settings: engine.")]
                : [new Finding(EngineArea, FindingState.Good, $"Tasks that name none are answered by the table {name}.")];
        }

        return Load(name);
    }

    private IEnumerable<Finding> Load(string name)
    {
        try
        {
            using var engine = context.Components.Engine(new ComponentSelection(name, OptionValues.None));
            var info = engine.Info;
            return [new Finding(EngineArea, FindingState.Good, $"{info.Name} {info.Version} on {info.Device}. {info.Precision}")];
        }
        catch (EngineException exception)
        {
            return [new Finding(EngineArea, FindingState.Broken, exception.Message, Remedy)];
        }
    }

    private IEnumerable<Finding> Kind(Component<ComponentContext, ILanguageModelLoader> kind)
    {
        var loader = kind.Create(context.Components.Context(DefaultOptions.Of(kind.Description)));
        return loader is ISelfChecking checking
            ? checking.Check().Select(fact => new Finding(kind.Description.Name, fact.IsGood ? FindingState.Good : FindingState.Missing, fact.Text, fact.Remedy))
            : [];
    }
}
