namespace NasDaemon.Reports.Networks;

/// <summary>Kinds of operators that pictures tell apart at a glance.</summary>
public enum OperatorKind
{
    /// <summary>None of the others.</summary>
    Other,

    /// <summary>Multiplies by weights, or tensors with each other: most of the work.</summary>
    Weighted,

    /// <summary>Normalises.</summary>
    Normalisation,

    /// <summary>Makes an image smaller or larger.</summary>
    Pooling,

    /// <summary>An activation.</summary>
    Activation,

    /// <summary>Joins tensors.</summary>
    Joining,
}
