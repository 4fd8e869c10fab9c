using System.Globalization;
using NasDaemon.Architectures.Tracing;

namespace NasDaemon.Commands.Tracing.Reporting;

/// <summary>What a source asks of training, as Python would write it.</summary>
internal static class RecipeText
{
    /// <summary>The text.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <returns>Such as <c>SGD(lr=0.01, momentum=0.9), CrossEntropyLoss()</c>.</returns>
    public static string Of(SourceRecipe recipe) => string.Join(
        ", ",
        new[] { Call(recipe.Optimizer, recipe.OptimizerArguments), Call(recipe.Loss, recipe.LossArguments) }.OfType<string>());

    private static string? Call(string? name, IReadOnlyDictionary<string, HyperParameter> arguments) =>
        name is null ? null : $"{name}({string.Join(", ", arguments.Select(argument => $"{argument.Key}={Value(argument.Value)}"))})";

    private static string Value(HyperParameter value) => value.Text is { } text ? $"'{text}'" : value.Number.ToString(CultureInfo.InvariantCulture);
}
