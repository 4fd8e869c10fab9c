using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Views;

/// <summary>
/// How a tensor shows the memory of another one. Graphs have no memory, so that a change through one name is followed to the others:
/// what was changed is put back into its origin, and other views are taken anew when they are next used.
/// </summary>
internal abstract class ViewStep
{
    /// <summary>Takes the view of the origin's present contents.</summary>
    /// <param name="steps">Takes the operators.</param>
    /// <param name="origin">The origin.</param>
    /// <returns>The view.</returns>
    public abstract Value Take(Composition steps, TensorValue origin);

    /// <summary>Puts changed contents back.</summary>
    /// <param name="steps">Takes the operators.</param>
    /// <param name="origin">The origin before the change.</param>
    /// <param name="part">The view with its new contents.</param>
    /// <returns>The origin's new contents.</returns>
    public abstract Value Put(Composition steps, TensorValue origin, TensorValue part);
}
