namespace NasDaemon.Search.Prompting.Tests.Writing;

/// <summary>What a scripted model writes: networks for 28 × 28 images of ten classes.</summary>
internal static class Answers
{
    public const string Head = """
        import torch
        import torch.nn as nn

        class Net(nn.Module):
            def __init__(self):
                super().__init__()

        """;

    public const string Layer = "        self.fc = nn.Linear(784, 10)\n";
    public const string WrongLayer = "        self.fc = nn.Linear(100, 10)\n";

    public const string Forward = """

            def forward(self, x):
                x = torch.flatten(x, 1)
                return self.fc(x)

        """;

    public const string Network = Head + Layer + Forward;

    public static string Fenced(string code) => $"```python\n{code}```\n";

    /// <summary>What follows in a text.</summary>
    public static string After(string start, string whole) => whole.StartsWith(start, StringComparison.Ordinal)
        ? whole[start.Length..]
        : throw new InvalidOperationException($"The text does not begin with what the model is asked to go on from:\n{start}");
}
