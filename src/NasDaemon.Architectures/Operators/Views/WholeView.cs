using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Views;

/// <summary>Another name for the same elements in the same form.</summary>
internal sealed class WholeView : ViewStep
{
    /// <summary>The only one.</summary>
    public static readonly WholeView Instance = new();

    private WholeView()
    {
    }

    /// <inheritdoc/>
    public override Value Take(Composition steps, TensorValue origin) => origin;

    /// <inheritdoc/>
    public override Value Put(Composition steps, TensorValue origin, TensorValue part) => part;
}
