using NasDaemon.Architectures.Operators.Signatures;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators;

/// <summary>An operator under one of its Python names.</summary>
/// <param name="definition">The operator.</param>
/// <param name="signature">The signature with the error texts of this name.</param>
/// <param name="isInPlace">Whether this name writes its result into its first argument.</param>
internal sealed class CatalogueFunction(OperatorDefinition definition, Signature signature, bool isInPlace)
{
    /// <summary>The operator.</summary>
    public OperatorDefinition Definition { get; } = definition;

    /// <summary>The signature with the error texts of this name.</summary>
    public Signature Signature { get; } = signature;

    /// <summary>Calls the function. A method takes its tensor as the first positional argument.</summary>
    /// <param name="scope">Where the call happens.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>What it returned or raised.</returns>
    public CallResult Call(TraceScope scope, CallArguments arguments)
    {
        if (Signature.TryBind(arguments, out var values) is { } error)
        {
            return error;
        }

        if (Definition.MinimumVersion is { } version)
        {
            scope.Require(version);
        }

        Signature.RequireVersions(scope, values);
        var call = new OperatorCall(scope, Definition, Signature, values);
        var result = Definition.Rule(call);
        return result.Value is TensorValue tensor && (isInPlace || call.IsInPlace)
            ? InPlace.Write(scope, values[0], tensor)
            : result;
    }
}
