using System.Security.Cryptography;
using System.Text;
using NasDaemon.Abstractions.Estimation;
using NasDaemon.Abstractions.Serialisation;
using NasDaemon.Abstractions.Tasks;

namespace NasDaemon.Pipeline.Trials;

/// <summary>Everything besides the network that a trial's figures depend on.</summary>
/// <param name="Dataset">Which samples.</param>
/// <param name="Training">How it is trained.</param>
/// <param name="Engine">What trains.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Fidelity">How much of the recipe the trial gets.</param>
public sealed record Recipe(DatasetSelection Dataset, TrainingSettings Training, ComponentSelection Engine, long Seed, Fidelity Fidelity)
{
    /// <summary>
    /// MD5 over the recipe as JSON, as 32 hexadecimal digits. How many of its epochs a trial gets is left out: the first epochs
    /// are the same whether more follow or not.
    /// </summary>
    public string Fingerprint()
    {
        var whole = this with { Fidelity = Fidelity with { Epochs = Training.Epochs } };
        return Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(whole.ToJson())));
    }

    /// <summary>The recipe as JSON; its properties always come in the same order.</summary>
    /// <returns>One line.</returns>
    public string ToJson() => RecordJson.Write(this);

    /// <summary>The recipe of a task's search trials.</summary>
    /// <param name="task">The task.</param>
    /// <param name="fidelity">How much of it; null for all.</param>
    /// <returns>The recipe.</returns>
    public static Recipe ForSearch(SearchTask task, Fidelity? fidelity = null)
    {
        ArgumentNullException.ThrowIfNull(task);
        return new(task.Dataset, task.Training, task.Engine, task.Seed, fidelity ?? new Fidelity(task.Training.Epochs));
    }

    /// <summary>The recipe of a task's final trials.</summary>
    /// <param name="task">The task.</param>
    /// <returns>The recipe.</returns>
    public static Recipe ForFinal(SearchTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return new(task.Dataset, task.Training with { Epochs = task.Final.Epochs }, task.Engine, task.Seed, new Fidelity(task.Final.Epochs));
    }
}
