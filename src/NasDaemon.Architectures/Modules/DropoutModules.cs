using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Operators.Dropouts;

namespace NasDaemon.Architectures.Modules;

/// <summary>Dropout as modules.</summary>
internal static class DropoutModules
{
    /// <summary>The modules of the family.</summary>
    public static IEnumerable<ModuleDefinition> All =>
    [
        Dropout("Dropout", "dropout"),
        Dropout("Dropout1d", "dropout1d"),
        Dropout("Dropout2d", "dropout2d"),
        Dropout("Dropout3d", "dropout3d"),
        Dropout("AlphaDropout", "alpha_dropout"),
        Dropout("FeatureAlphaDropout", "feature_alpha_dropout"),
    ];

    private static ModuleDefinition Dropout(string name, string function) => new($"torch.nn.{name}", "p: any = 0.5, inplace: any = False")
    {
        ConstructorOwner = "_DropoutNd",
        Constructor = Check,
        Forwarding = ModuleForwards.To($"torch.nn.functional.{function}"),
    };

    private static OperatorError? Check(ModuleConstruction construction) =>
        MistypedSizes.Probability(construction) ?? DropoutRule.CheckProbability(construction["p"]);
}
