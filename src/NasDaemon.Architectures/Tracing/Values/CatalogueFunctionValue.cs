using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Operators.Signatures;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>A function or tensor method of the operator catalogue as a Python object.</summary>
/// <param name="function">The function.</param>
internal sealed class CatalogueFunctionValue(CatalogueFunction function) : Value
{
    /// <summary>The function.</summary>
    public CatalogueFunction Function { get; } = function;

    /// <inheritdoc/>
    public override string TypeName => Function.Signature.Style == SignatureStyle.Python ? "function" : "builtin_function_or_method";
}
