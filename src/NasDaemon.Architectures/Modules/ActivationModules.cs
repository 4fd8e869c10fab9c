namespace NasDaemon.Architectures.Modules;

/// <summary>Activation functions as modules.</summary>
internal static class ActivationModules
{
    /// <summary>The modules of the family.</summary>
    public static IEnumerable<ModuleDefinition> All =>
    [
        Simple("ReLU", "inplace: bool = False", "relu"),
        Simple("ReLU6", "inplace: bool = False", "relu6"),
    ];

    private static ModuleDefinition Simple(string name, string parameters, string function) =>
        new($"torch.nn.{name}", parameters) { Forwarding = ModuleForwards.To($"torch.nn.functional.{function}") };
}
