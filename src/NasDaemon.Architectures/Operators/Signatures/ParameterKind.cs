namespace NasDaemon.Architectures.Operators.Signatures;

/// <summary>What a parameter of a signature takes.</summary>
internal enum ParameterKind
{
    /// <summary>Anything.</summary>
    Any,

    /// <summary>A tensor.</summary>
    Tensor,

    /// <summary>A list or tuple of tensors.</summary>
    TensorList,

    /// <summary>An integer.</summary>
    Integer,

    /// <summary>A list or tuple of integers; one integer stands for a list where the length is fixed.</summary>
    IntegerList,

    /// <summary>A floating-point number; integers are converted.</summary>
    Float,

    /// <summary>An integer or a floating-point number.</summary>
    Number,

    /// <summary>A tensor or a number.</summary>
    Operand,

    /// <summary>A truth value.</summary>
    Bool,

    /// <summary>A string.</summary>
    Text,

    /// <summary>A <c>torch.dtype</c>.</summary>
    ElementType,
}
