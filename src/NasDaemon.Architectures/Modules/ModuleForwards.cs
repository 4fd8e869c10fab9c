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

        var keywords = new List<KeywordArgument>(function.Signature.Parameters.Length);
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

        return function.Call(call.Scope, new CallArguments([call.Input], keywords));
    };

    /// <summary>Returns the input.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The input.</returns>
    public static CallResult Identity(ModuleCall call) => call.Input;
}
