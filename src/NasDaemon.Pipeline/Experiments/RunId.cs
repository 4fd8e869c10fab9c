using System.Globalization;

namespace NasDaemon.Pipeline.Experiments;

/// <summary>The ids of runs. The id of a task that a user dropped holds no slash, that of a run always does.</summary>
public static class RunId
{
    private const char Slash = '/';

    /// <summary>The id of a run.</summary>
    /// <param name="experiment">The experiment's id.</param>
    /// <param name="arm">The arm.</param>
    /// <param name="dataset">The data set.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>The id.</returns>
    public static string Of(string experiment, string arm, string dataset, int seed) =>
        string.Join(Slash, experiment, arm, dataset, seed.ToString(CultureInfo.InvariantCulture));

    /// <summary>Whether an id is that of a run.</summary>
    /// <param name="id">The id.</param>
    /// <returns>True where it is.</returns>
    public static bool IsRun(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id.Contains(Slash, StringComparison.Ordinal);
    }

    /// <summary>The experiment of a run or an arm.</summary>
    /// <param name="id">The id of a run, or its beginning.</param>
    /// <returns>The experiment's id.</returns>
    public static string ExperimentOf(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id.Split(Slash)[0];
    }

    /// <summary>The arm of a run.</summary>
    /// <param name="run">The id of a run.</param>
    /// <returns>The experiment's id and the arm, with the slash between them.</returns>
    public static string ArmOf(string run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return string.Join(Slash, run.Split(Slash).Take(2));
    }

    /// <summary>Whether a run belongs to an experiment.</summary>
    /// <param name="id">The id of a task or a run.</param>
    /// <param name="experiment">The experiment's id.</param>
    /// <returns>True where it is a run of that experiment.</returns>
    public static bool BelongsTo(string id, string experiment)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id.StartsWith(experiment + Slash, StringComparison.Ordinal);
    }
}
