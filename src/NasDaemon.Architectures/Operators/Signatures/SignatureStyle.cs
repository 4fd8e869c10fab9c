namespace NasDaemon.Architectures.Operators.Signatures;

/// <summary>Whose error texts a signature gives when arguments do not fit.</summary>
internal enum SignatureStyle
{
    /// <summary>A function written in Python, such as those of <c>torch.nn.functional</c> and constructors.</summary>
    Python,

    /// <summary>A native function of PyTorch with one form.</summary>
    Native,

    /// <summary>A native function of PyTorch with several forms, whose errors list them.</summary>
    Overloaded,
}
