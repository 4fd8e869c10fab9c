using System.Text;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Benchmarks.Writing;

/// <summary>The prompt of the study: the task, and n networks to learn from.</summary>
internal static class StudyPrompt
{
    private const string Task = """
        Write a PyTorch network that classifies CIFAR-10 images: float tensors of shape (batch, 3, 32, 32), 10 classes.
        It is one class `Net(nn.Module)` that is made by `Net()` without arguments. `forward(self, x)` returns one row of 10 values
        a sample. At most 2,000,000 parameters. No pretrained weights, no downloads, no training code.
        """;

    /// <summary>Makes the prompt.</summary>
    /// <param name="examples">The networks to show.</param>
    public static ChatPrompt Make(IReadOnlyList<string> examples)
    {
        var text = new StringBuilder(Task);
        for (var index = 0; index < examples.Count; index++)
        {
            text.Append($"\n\nNetwork {index + 1}:\n```python\n{examples[index].TrimEnd()}\n```");
        }

        text.Append(examples.Count == 0
            ? "\n\nAnswer with the Python source in one block."
            : "\n\nWrite a network that differs from these and is more accurate. Answer with the Python source in one block.");
        return new ChatPrompt([new ChatMessage(ChatRole.System, "You write PyTorch networks."), new ChatMessage(ChatRole.User, text.ToString())]);
    }

    /// <summary>The networks that the study shows, in order.</summary>
    public static IReadOnlyList<string> Examples { get; } =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Writing", "Examples"), "*.py").Order(StringComparer.Ordinal).Select(File.ReadAllText)];
}
