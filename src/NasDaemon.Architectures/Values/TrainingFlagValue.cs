namespace NasDaemon.Architectures.Values;

/// <summary>A module's <c>training</c> attribute: true while the network trains. Operators keep it open; a branch on it takes the training path.</summary>
internal sealed class TrainingFlagValue : Value
{
    /// <summary>The only instance.</summary>
    public static readonly TrainingFlagValue Instance = new();

    private TrainingFlagValue()
    {
    }

    /// <inheritdoc/>
    public override string TypeName => "bool";
}
