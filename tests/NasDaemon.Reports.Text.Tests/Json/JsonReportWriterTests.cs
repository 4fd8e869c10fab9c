using System.Text.Json.Nodes;
using NasDaemon.Reports.Text.Json;
using NasDaemon.Reports.Text.Tests.Samples;
using NasDaemon.Testing.Reports;

namespace NasDaemon.Reports.Text.Tests.Json;

public sealed class JsonReportWriterTests
{
    private readonly JsonReportWriter _writer = new();

    [Fact]
    public Task Write_Report_IsTheExpectedFile() => WrittenFile.CheckAsync("report.json", _writer, SampleReport.Create());

    [Fact]
    public async Task Write_Report_HasWhatProgramsRelyOn()
    {
        var report = JsonNode.Parse(await WrittenFile.OfAsync(_writer, SampleReport.Create()))!;

        Assert.Equal(("digits-2", 7, 252.75), (report["task"]!.GetValue<string>(), report["seed"]!.GetValue<int>(), report["seconds"]!.GetValue<double>()));
        var best = report["best"]!;
        Assert.Equal((0.9887, 0.9873), (best["test_accuracy"]!.GetValue<double>(), best["validation_accuracy"]!.GetValue<double>()));
        Assert.Equal((121_930, 4_241_152, 2), (best["parameters"]!.GetValue<int>(), best["flops"]!.GetValue<int>(), best["trial"]!.GetValue<int>()));
        Assert.Equal([1, 2, 3, 4], report["trials"]!.AsArray().Select(trial => trial!["number"]!.GetValue<int>()));
        Assert.Equal([5, 6], report["untrained"]!.AsArray().Select(candidate => candidate!["candidate"]!.GetValue<int>()));
        Assert.Equal(1, report["funnel"]!["failures"]!["shape_mismatch"]!.GetValue<int>());
    }

    [Fact]
    public async Task Write_WrittenNetworks_HasTheirCountsAndTheirHistory()
    {
        var report = JsonNode.Parse(await WrittenFile.OfAsync(_writer, WrittenReport.Create("x")))!;

        var mended = report["funnel"]!["proposals"]![1]!;
        Assert.Equal((1, 29, 23), (mended["supporting"]!.GetValue<int>(), mended["traced"]!.GetValue<int>(), mended["new_graphs"]!.GetValue<int>()));
        Assert.Equal(11, mended["writing"]!["steps"]!["mend"]!["networks"]!.GetValue<int>());
        Assert.Equal(20, report["funnel"]!["proposals"]![0]!["failures"]!["shape_mismatch"]!.GetValue<int>());
        var writing = report["trials"]![1]!["origin"]!["writing"]!;
        Assert.Equal((700, 20, 4), (writing["reused_tokens"]!.GetValue<int>(), writing["discarded_tokens"]!.GetValue<int>(), writing["seconds"]!.GetValue<double>()));
        Assert.Equal("mend", writing["steps"]![0]!["kind"]!.GetValue<string>());
        Assert.Equal("x", report["notes"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task Write_LongPrompt_IsWhole()
    {
        var prompt = new string('p', 100_000);

        var report = JsonNode.Parse(await WrittenFile.OfAsync(_writer, WrittenReport.Create(prompt)))!;

        var origin = report["trials"]![1]!["origin"]!;
        Assert.Equal(prompt, origin["prompt"]!.GetValue<string>());
        Assert.Equal((0.8, 1234567, 1), (origin["temperature"]!.GetValue<double>(), origin["seed"]!.GetValue<long>(), origin["supporting"]!.GetValue<int>()));
        Assert.Equal(prompt, origin["writing"]!["omitted"]![0]!.GetValue<string>());
        Assert.Null(report["trials"]![0]!["origin"]!["prompt"]);
    }

    [Fact]
    public async Task Write_NothingTrained_HasNoBest()
    {
        var report = JsonNode.Parse(await WrittenFile.OfAsync(_writer, SampleReport.Nothing()))!;

        Assert.True(report.AsObject().TryGetPropertyValue("best", out var best));
        Assert.Null(best);
        Assert.Empty(report["trials"]!.AsArray());
        Assert.Null(report["versions"]!["engine"]);
        Assert.Equal("shape_mismatch", report["untrained"]![0]!["failure"]!["class"]!.GetValue<string>());
    }

    [Fact]
    public async Task Write_LossThatIsNotFinite_IsNull()
    {
        var report = SampleReport.Create();
        var diverged = report.Trials[0] with { Epochs = [new(1, double.NaN, new(0.1, double.PositiveInfinity, 10), 1)] };

        var written = JsonNode.Parse(await WrittenFile.OfAsync(_writer, report with { Trials = [diverged] }))!;

        var epoch = written["trials"]![0]!["learning_curve"]![0]!;
        Assert.Null(epoch["train_loss"]);
        Assert.Null(epoch["validation_loss"]);
        Assert.Equal(0.1, epoch["validation_accuracy"]!.GetValue<double>());
    }

    [Fact]
    public async Task Write_HostileText_ComesBackAsItIs()
    {
        const string Hostile = "\"},{\u0000\u202e</script>\n\\u0041";

        var report = JsonNode.Parse(await WrittenFile.OfAsync(_writer, SampleReport.With(Hostile)))!;

        Assert.Equal(Hostile, report["trials"]![1]!["failure"]!["message"]!.GetValue<string>());
        Assert.Equal(Hostile, report["settings"]!["dataset"]!["name"]!.GetValue<string>());
        Assert.Equal(Hostile, report["yaml"]!.GetValue<string>());
    }

    [Fact]
    public async Task Write_HalfASurrogatePair_IsReplaced()
    {
        var report = JsonNode.Parse(await WrittenFile.OfAsync(_writer, SampleReport.With("a\ud800")))!;

        Assert.Equal("a\ufffd", report["yaml"]!.GetValue<string>());
    }
}
