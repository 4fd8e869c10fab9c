using NasDaemon.Reports.Networks;

namespace NasDaemon.Commands.Tracing.Pictures;

/// <summary>What operators are filled with: kinds of work are told apart at a glance.</summary>
internal static class PictureColours
{
    /// <summary>The colour of an operator.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The colour.</returns>
    public static string Of(string name) => OperatorKinds.Of(name) switch
    {
        OperatorKind.Weighted => "#cfe3ff",
        OperatorKind.Normalisation => "#fbe3c2",
        OperatorKind.Pooling => "#d8f0d2",
        OperatorKind.Activation => "#fbd5dc",
        OperatorKind.Joining => "#e6dcf7",
        _ => "#f2f4f7",
    };
}
