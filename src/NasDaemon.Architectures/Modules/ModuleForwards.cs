using System.Collections.Immutable;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Modules;

/// <summary>The usual forms of <c>forward</c>.</summary>
internal static class ModuleForwards
{
    /// <summary>Calls one function with the input; its other parameters come from the attributes of the same names.</summary>
    /// <param name="path">The function's full path.</param>
    /// <returns>The <c>forward</c>.</returns>
    public static ModuleForward To(string path) => call =>
    {
        if (!OperatorCatalogue.Default.TryFindFunction(path, out var function))
        {
            throw new ArgumentException($"The catalogue has no '{path}'.", nameof(path));
        }

        var keywords = ImmutableArray.CreateBuilder<KeywordArgument>(function.Signature.Parameters.Length - 1);
        for (var index = 1; index < function.Signature.Parameters.Length; index++)
        {
            var name = function.Signature.Parameters[index].Name;
            if (name == "training")
            {
                keywords.Add(new KeywordArgument(name, TrainingFlagValue.Instance));
            }
            else if (call.Self.GetAttribute(name) is { } value)
            {
                keywords.Add(new KeywordArgument(name, value));
            }
        }

        return function.Call(call.Scope, new CallArguments([call.Input], keywords.DrainToImmutable()));
    };

    /// <summary>Calls one method of the input by position.</summary>
    /// <param name="name">The method.</param>
    /// <param name="attributes">The module's attributes that it takes.</param>
    /// <returns>The <c>forward</c>.</returns>
    public static ModuleForward ToMethod(string name, params string[] attributes) => call =>
    {
        if (call.Input is not TensorValue)
        {
            return OperatorError.Attribute($"'{call.Input.TypeName}' object has no attribute '{name}'");
        }

        return OperatorCatalogue.Default.TryFindMethod(name, out var method)
            ? method.Call(call.Scope, new CallArguments([call.Input, .. attributes.Select(call.Attribute)], []))
            : throw new ArgumentException($"The catalogue has no '.{name}'.", nameof(name));
    };

    /// <summary>Returns the input.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The input.</returns>
    public static CallResult Identity(ModuleCall call) => call.Input;
}
