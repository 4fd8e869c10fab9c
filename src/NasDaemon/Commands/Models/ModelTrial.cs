using System.Collections.Immutable;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Commands.Models;

/// <summary>Lets a language model work and measures it.</summary>
/// <param name="model">The model.</param>
/// <param name="time">The clock.</param>
internal sealed class ModelTrial(ILanguageModel model, TimeProvider time)
{
    /// <summary>How many answers are measured together.</summary>
    public const int Together = 4;

    private const int LongestNetwork = 900;
    private const int ShortAnswer = 64;
    private const string Fence = "```";
    private const string Beginning = "import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n\n\nclass Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n";

    private const string Wish = """
        Write a small convolutional network for CIFAR-10 in PyTorch: one class Net(nn.Module) with __init__(self) and forward(self, x).
        The input x has the shape (N, 3, 32, 32), the output the shape (N, 10). Use modules of torch.nn only, at most a million parameters.
        Check that the input size of the first nn.Linear fits what comes before it. Answer with one Python code block and nothing else.
        """;

    private static readonly ChatPrompt Prompt = new([new ChatMessage(ChatRole.User, Wish)], $"{Fence}python\n{Beginning}");

    /// <summary>Lets it write a network.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>The network and how fast it was written.</returns>
    /// <exception cref="LanguageModelException">It does not answer.</exception>
    public async Task<WrittenNetwork> WriteNetworkAsync(int seed, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        var (text, end) = await AskAsync(Request(seed, LongestNetwork), cancellation);
        var speed = new ModelSpeed(1, end.Usage.Prompt - end.Usage.Reused, end.Usage.PromptTime, end.Usage.Generated, end.Usage.GenerationTime, time.GetElapsedTime(start));
        return new WrittenNetwork(Beginning + text, end.Reason == FinishReason.Length, speed);
    }

    /// <summary>Lets it give several short answers at once.</summary>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>How fast they were given.</returns>
    /// <exception cref="LanguageModelException">It does not answer.</exception>
    public async Task<ModelSpeed> AnswerTogetherAsync(CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        var answers = await Task.WhenAll(Enumerable.Range(1, Together).Select(seed => AskAsync(Request(seed, ShortAnswer), cancellation)));
        var whole = time.GetElapsedTime(start);
        return new ModelSpeed(Together, 0, TimeSpan.Zero, answers.Sum(answer => answer.End.Usage.Generated), whole, whole);
    }

    /// <summary>Asks once more what was asked before, and once what begins otherwise.</summary>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>What both cost until the first token.</returns>
    /// <exception cref="LanguageModelException">It does not answer.</exception>
    public async Task<PrefixReuse> AskAgainAsync(CancellationToken cancellation)
    {
        var other = Prompt with { Messages = [new ChatMessage(ChatRole.User, $"Listen.\n{Wish}")] };
        var (_, first) = await AskAsync(Request(1, 1) with { Prompt = other }, cancellation);
        var (_, again) = await AskAsync(Request(2, 1) with { Prompt = other }, cancellation);
        return new PrefixReuse(first.Usage, again.Usage);
    }

    private static CompletionRequest Request(int seed, int longest) =>
        new(Prompt, new SamplingSettings(seed, Temperature: 0.2), longest, ImmutableArray.Create(Fence));

    private async Task<(string Text, CompletionEnd End)> AskAsync(CompletionRequest request, CancellationToken cancellation)
    {
        var text = string.Empty;
        await foreach (var part in model.CompleteAsync(request, cancellation))
        {
            switch (part)
            {
                case CompletionText piece:
                    text += piece.Text;
                    break;
                case CompletionEnd { Failure: { } failure }:
                    throw new LanguageModelException(failure);
                case CompletionEnd end:
                    cancellation.ThrowIfCancellationRequested();
                    return (text, end);
                default:
                    break;
            }
        }

        throw new InvalidOperationException("The model's answer has no end.");
    }
}

/// <summary>A network that a model wrote.</summary>
/// <param name="Source">Its source.</param>
/// <param name="IsCutOff">Whether the token limit ended it.</param>
/// <param name="Speed">How fast it was written.</param>
internal sealed record WrittenNetwork(string Source, bool IsCutOff, ModelSpeed Speed);

/// <summary>How fast a model answered.</summary>
/// <param name="Answers">How many answers it gave at once.</param>
/// <param name="Prompt">Prompt tokens that were read; 0 where that was not measured.</param>
/// <param name="PromptTime">How long they took.</param>
/// <param name="Generated">Tokens that were written.</param>
/// <param name="GenerationTime">How long they took.</param>
/// <param name="Whole">How long all took.</param>
internal sealed record ModelSpeed(int Answers, int Prompt, TimeSpan PromptTime, int Generated, TimeSpan GenerationTime, TimeSpan Whole);

/// <summary>What the same prompt cost twice.</summary>
/// <param name="First">The first time.</param>
/// <param name="Again">The second time.</param>
internal sealed record PrefixReuse(TokenUsage First, TokenUsage Again);
