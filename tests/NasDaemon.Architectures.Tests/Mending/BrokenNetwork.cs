namespace NasDaemon.Architectures.Tests.Mending;

/// <summary>A source with a failure that can be cured.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="Source">The source.</param>
/// <param name="Cured">A line of the cured source.</param>
public sealed record BrokenNetwork(string Name, string Source, string Cured)
{
    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>A network with a constructor and a <c>forward</c> of these lines.</summary>
    /// <param name="name">What is wrong.</param>
    /// <param name="constructor">The lines of the constructor.</param>
    /// <param name="forward">The lines of <c>forward</c>.</param>
    /// <param name="cured">A line of the cured source.</param>
    /// <param name="helpers">What stands before the class.</param>
    public static BrokenNetwork Of(string name, string constructor, string forward, string cured, string helpers = "") => new(
        name,
        "import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n"
            + helpers
            + "\nclass Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n"
            + Indent(constructor)
            + "\n    def forward(self, x):\n"
            + Indent(forward),
        cured);

    private static string Indent(string lines) => string.Concat(lines.Split('\n').Select(line => $"        {line}\n"));
}
