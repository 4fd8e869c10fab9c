using System.Text.Json;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Testing;

namespace NasDaemon.Architectures.Tests.Tracing;

/// <summary>Agreement with PyTorch over real sources that language models wrote.</summary>
public sealed class AgreementTests
{
    [SharedDataTheory("networks/feedback-run-first-600.jsonl", "networks/few-shot-paper.jsonl")]
    [InlineData("feedback-run-first-600.jsonl", 0.995)]
    [InlineData("few-shot-paper.jsonl", 1.0)]
    public void Trace_PublishedSources_AgreesWithPyTorch(string file, double floor)
    {
        var tracer = new ArchitectureTracer(TracingLimits.Default);
        var differences = new List<string>();
        var (total, verdicts, refused, texts) = (0, 0, 0, 0);
        foreach (var line in File.ReadLines(SharedData.Find("networks", file)!))
        {
            var judgement = Judgement.Parse(line);
            var result = tracer.Trace(Source(line, out var request), request);
            total++;

            // PyTorch runs any output; a task asks for one row of values a sample.
            var isAgreed = judgement.Accepted == result.IsAccepted || result.Failure?.Class == FailureClass.WrongOutput;
            verdicts += isAgreed ? 1 : 0;
            if (!isAgreed)
            {
                differences.Add($"line {total}: PyTorch {judgement.Message ?? "accepts"}, tracer {result.Failure?.Message ?? "accepts"}");
            }
            else if (result.IsAccepted)
            {
                Assert.Equal(judgement.Output!, result.Architecture.OutputType.At(2).AsEnumerable());
                Assert.Equal(judgement.Parameters, result.Architecture.ParameterCount);
                Assert.True(Traces.SameState(result.Architecture, judgement), $"line {total}");
            }
            else if (!judgement.Accepted)
            {
                refused++;
                texts += judgement.Message == result.Failure.Message ? 1 : 0;
            }
        }

        Assert.True(verdicts >= floor * total, string.Join("\n", differences));
        Assert.True(texts >= 0.95 * refused, $"{texts} of {refused} refusals carry PyTorch's text.");
    }

    private static string Source(string line, out TraceRequest request)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        var input = root.GetProperty("input").EnumerateArray().Select(size => size.GetInt32());
        request = new TraceRequest(new NetworkShape([.. input], root.GetProperty("classes").GetInt32()));
        return root.GetProperty("source").GetString()!;
    }
}
