namespace NasDaemon.Architectures.Fingerprints;

/// <summary>What follows in the canonical form; keeps different things from having the same bytes.</summary>
internal enum CanonicalTag : byte
{
    /// <summary>An output of an operator.</summary>
    Value = 1,

    /// <summary>A parameter or buffer.</summary>
    State,

    /// <summary>An input of the network.</summary>
    Input,

    /// <summary>A list.</summary>
    List,

    /// <summary>Nothing.</summary>
    None,

    /// <summary>The training flag.</summary>
    Training,

    /// <summary>A truth value.</summary>
    Bool,

    /// <summary>An integer.</summary>
    Integer,

    /// <summary>A floating-point number.</summary>
    Float,

    /// <summary>A string.</summary>
    Text,

    /// <summary>A structural hash.</summary>
    Hash,
}
