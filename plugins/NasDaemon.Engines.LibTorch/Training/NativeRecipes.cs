using NasDaemon.Abstractions.Tasks;
using NasDaemon.Engines.LibTorch.Interop;

namespace NasDaemon.Engines.LibTorch.Training;

/// <summary>Recipes as the native library takes them.</summary>
internal static class NativeRecipes
{
    /// <summary>The training step of a recipe.</summary>
    /// <param name="training">The recipe.</param>
    /// <param name="seed">The session's seed.</param>
    /// <param name="composedUpdate">Whether the optimizer uses tensor operations in place of its own loops.</param>
    /// <returns>The native recipe.</returns>
    public static NativeRecipe Of(TrainingSettings training, ulong seed, bool composedUpdate)
    {
        var recipe = new NativeRecipe
        {
            Loss = (int)training.Loss,
            ComposedUpdate = composedUpdate ? 1 : 0,
            WeightDecay = training.Optimizer.WeightDecay,
            LabelSmoothing = training.LabelSmoothing,
            ClipNorm = training.GradientClipNorm ?? 0,
            Seed = seed,
        };
        switch (training.Optimizer)
        {
            case SgdSettings sgd:
                recipe.Optimizer = 0;
                recipe.Momentum = sgd.Momentum;
                recipe.Nesterov = sgd.Nesterov ? 1 : 0;
                break;
            case AdamSettings adam:
                (recipe.Optimizer, recipe.Beta1, recipe.Beta2, recipe.Epsilon) = (1, adam.Beta1, adam.Beta2, adam.Epsilon);
                break;
            case AdamWSettings adamW:
                (recipe.Optimizer, recipe.Beta1, recipe.Beta2, recipe.Epsilon) = (2, adamW.Beta1, adamW.Beta2, adamW.Epsilon);
                break;
            default:
                throw new ArgumentException($"The engine does not know {training.Optimizer.GetType().Name}.", nameof(training));
        }

        return recipe;
    }
}
