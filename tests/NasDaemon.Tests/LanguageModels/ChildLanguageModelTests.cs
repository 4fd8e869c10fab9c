using System.Diagnostics;
using System.Text.Json.Nodes;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Pipeline.LanguageModels;
using NasDaemon.Tests.Support;

namespace NasDaemon.Tests.LanguageModels;

/// <summary>A real model in a real child process that is really killed.</summary>
public sealed class ChildLanguageModelTests : IDisposable
{
    private const int SigIll = 4;
    private const int SigKill = 9;
    private readonly ModelHome _home = new();

    public void Dispose() => _home.Dispose();

    [LlamaCppFact]
    public async Task Process_KilledWhileItAnswers_TheAnswerFailsAndTheNextIsGivenByANewOne()
    {
        await using var model = await _home.OpenAsync();
        var whole = await AskAsync(model, ModelHome.Long with { MaximumTokens = 20 });

        var broken = await AskAsync(model, ModelHome.Long, onText: () => Kill(model, SigKill));
        var next = await AskAsync(model, ModelHome.Long with { MaximumTokens = 20 });

        Assert.Equal((FinishReason.Failed, FailureClass.LanguageModel), (broken.End.Reason, broken.End.Failure!.Class));
        Assert.Contains("signal 9", broken.End.Failure.Message, StringComparison.Ordinal);
        Assert.True(broken.End.Usage.Generated > 0);
        Assert.Equal(whole.Text, next.Text);
        Assert.Contains("signal 9", Assert.Single(_home.Restarts).Reason, StringComparison.Ordinal);
        Assert.Contains("loaded again", model.Info.Notes[^1], StringComparison.Ordinal);
    }

    [LlamaCppFact]
    public async Task Process_EndedByAnIllegalInstruction_TheNextOneRunsALowerVariantAndSaysSo()
    {
        await using var model = await _home.OpenAsync();
        var fastest = model.Info.Device;

        // The runtime lets one such signal pass, since the instruction that caused it would be run again; nothing caused this one.
        var pieces = 0;
        await AskAsync(model, ModelHome.Long, onText: () =>
        {
            if (pieces++ % 20 == 0)
            {
                Kill(model, SigIll);
            }
        });
        var next = await AskAsync(model, ModelHome.Long with { MaximumTokens = 4 });

        Assert.Null(next.End.Failure);
        Assert.NotEqual(fastest, model.Info.Device);
        Assert.Contains(model.Info.Notes, note => note.Contains("crashed by an illegal instruction", StringComparison.Ordinal));
        Assert.Contains("signal 4", Assert.Single(_home.Restarts).Sentence, StringComparison.Ordinal);
    }

    [LlamaCppFact]
    public async Task Sequence_ItsProcessIsKilled_IsLostAndANewOneWorks()
    {
        await using var model = await _home.OpenAsync();
        await using var sequence = await model.OpenAsync(ModelHome.Long.Prompt, default);
        Signal.Send(model.ProcessId!.Value, SigKill);

        var request = new ContinuationRequest(new SamplingSettings(1, Temperature: 0), 3, []);
        var lost = await Assert.ThrowsAsync<LanguageModelException>(async () => await sequence.ContinueAsync(request, default));
        await using var fresh = await model.OpenAsync(ModelHome.Long.Prompt, default);

        Assert.Contains("signal 9", lost.Failure.Message, StringComparison.Ordinal);
        Assert.Equal(3, (await fresh.ContinueAsync(request, default)).Tokens);
    }

    [LlamaCppFact]
    public async Task Sequence_OverTheWire_DoesAllThatASequenceCan()
    {
        await using var model = await _home.OpenAsync();
        var request = new ContinuationRequest(new SamplingSettings(1, Temperature: 0), 3, []);
        await using var sequence = await model.OpenAsync(new TextPrompt("x = "), default);
        var start = sequence.Length;

        var first = await sequence.ContinueAsync(request, default);
        await sequence.RewindAsync(start, default);
        var again = await sequence.ContinueAsync(request, default);
        await sequence.AppendAsync("conv", default);
        var scores = await sequence.ScoreAsync(["a", "conv1"], default);

        Assert.Equal(first, again with { ReadingTime = first.ReadingTime });
        Assert.True(first.ReadingTime > TimeSpan.Zero);
        Assert.True(sequence.Length > start + 3);
        Assert.All(scores, score => Assert.True(score < 0));
        Assert.True(await model.CountTokensAsync(new TextPrompt("x = "), default) == start);
        await Assert.ThrowsAsync<LanguageModelException>(async () => await sequence.AppendAsync(new string('x', 5000), default));
    }

    [LlamaCppFact]
    public async Task Complete_CancelledWhileItWrites_EndsAsCancelledAndTheProcessGoesOn()
    {
        await using var model = await _home.OpenAsync();
        var process = model.ProcessId;
        using var cancellation = new CancellationTokenSource();

        var answer = await AskAsync(model, ModelHome.Long, cancellation.Cancel, cancellation.Token);

        Assert.Equal(FinishReason.Cancelled, answer.End.Reason);
        Assert.Null((await AskAsync(model, ModelHome.Long with { MaximumTokens = 2 })).End.Failure);
        Assert.Equal(process, model.ProcessId);
    }

    [LlamaCppFact]
    public async Task Open_NoSuchFile_SaysWhichAndWhatHelps()
    {
        var refusal = await Assert.ThrowsAsync<LanguageModelException>(() => _home.OpenAsync(("path", JsonValue.Create("absent.gguf")!)));

        Assert.Contains("absent.gguf", refusal.Failure.Message, StringComparison.Ordinal);
        Assert.Contains("nasdaemon model get", refusal.Failure.Hint, StringComparison.Ordinal);
    }

    [LlamaCppFact]
    public async Task Dispose_Always_EndsTheProcess()
    {
        var model = await _home.OpenAsync();
        using var process = Process.GetProcessById(model.ProcessId!.Value);

        await model.DisposeAsync();

        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);
        Assert.True(process.HasExited);
    }

    [LlamaCppFact]
    public async Task Process_ItsInputEnds_EndsToo()
    {
        using var process = Process.Start(new ProcessStartInfo(Build.Executable, ["model-worker"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;

        process.StandardInput.Close();

        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token);
        Assert.True(process.HasExited);
    }

    private static void Kill(ChildLanguageModel model, int signal)
    {
        if (model.ProcessId is { } process)
        {
            Signal.TrySend(process, signal);
        }
    }

    private static async Task<(string Text, CompletionEnd End)> AskAsync(
        ChildLanguageModel model, CompletionRequest request, Action? onText = null, CancellationToken cancellation = default)
    {
        var (text, end) = ("", (CompletionEnd?)null);
        await foreach (var part in model.CompleteAsync(request, cancellation))
        {
            text += (part as CompletionText)?.Text;
            end = part as CompletionEnd ?? end;
            onText?.Invoke();
        }

        return (text, end!);
    }
}
