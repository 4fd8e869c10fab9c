namespace NasDaemon.Search.Spaces.Layers;

/// <summary>The layers from the last feature map to the outputs.</summary>
internal static class Head
{
    /// <summary>Global average pooling and a linear layer.</summary>
    /// <param name="channels">The channels of the last feature map.</param>
    /// <param name="outputs">How many outputs the task asks for.</param>
    /// <returns>One Python expression a module.</returns>
    public static IReadOnlyList<string> Plain(int channels, int outputs) =>
        ["nn.AdaptiveAvgPool2d(1)", "nn.Flatten()", $"nn.Linear({channels}, {outputs})"];
}
