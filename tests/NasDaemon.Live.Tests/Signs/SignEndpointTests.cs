using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Live.Tests.Support;
using NasDaemon.Testing.Contracts;

namespace NasDaemon.Live.Tests.Signs;

public sealed partial class SignEndpointTests
{
    [Fact]
    public async Task Health_TheMainLoopGoesRound_IsOk()
    {
        await using var home = await LivePageHome.StartAsync();

        using var response = await home.SendAsync(HttpMethod.Get, "/health");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var health = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal("ok", health.RootElement.GetProperty("status").GetString());
        Assert.Equal("1.2.3", health.RootElement.GetProperty("version").GetString());
    }

    [Fact]
    public async Task Health_TheMainLoopStandsStill_IsUnavailable()
    {
        await using var home = await LivePageHome.StartAsync();
        home.Signs.SinceBeat = TimeSpan.FromMinutes(5);

        using var response = await home.SendAsync(HttpMethod.Get, "/health");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        using var health = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal("stalled", health.RootElement.GetProperty("status").GetString());
        Assert.Equal(300, health.RootElement.GetProperty("main_loop_seconds").GetDouble());
    }

    [Fact]
    public async Task Metrics_OfAStore_AreReadBackAsPrometheusWould()
    {
        await using var home = await LivePageHome.StartAsync();
        home.Store.Commit(new StoreChange
        {
            Tasks = [StoredRecords.Task("a") with { State = TaskState.Searching }, StoredRecords.Task("b") with { State = TaskState.Done }],
            Trials = [StoredRecords.Trial("a", 1), StoredRecords.Trial("a", 2), StoredRecords.Trial("a", 3) with { State = TrialState.Running }],
        });

        using var response = await home.SendAsync(HttpMethod.Get, "/metrics");
        var samples = Parse(await response.Content.ReadAsStringAsync());

        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal((1, 1, 0), (samples["nasdaemon_tasks{state=\"searching\"}"], samples["nasdaemon_tasks{state=\"done\"}"], samples["nasdaemon_tasks{state=\"failed\"}"]));
        Assert.Equal((2, 1), (samples["nasdaemon_trials{state=\"finished\"}"], samples["nasdaemon_trials{state=\"running\"}"]));
        Assert.Equal((2, 2, 1), (samples["nasdaemon_worker_slots"], samples["nasdaemon_workers"], samples["nasdaemon_workers_busy"]));
        Assert.Equal((1_234, 5_678), (samples["nasdaemon_language_model_generated_tokens_total"], samples["nasdaemon_language_model_prompt_tokens_total"]));
        Assert.Equal(80 << 20, samples["nasdaemon_workers_memory_bytes"]);
        Assert.True(samples["process_resident_memory_bytes"] > 0);
        Assert.True(samples["nasdaemon_language_models_memory_bytes"] > 0);
        Assert.Equal(0.5, samples["nasdaemon_main_loop_age_seconds"]);
    }

    // The text format 0.0.4: every sample belongs to a family that was introduced by HELP and TYPE, once.
    private static Dictionary<string, double> Parse(string text)
    {
        var kinds = new Dictionary<string, string>();
        var helped = new HashSet<string>();
        var samples = new Dictionary<string, double>();
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (HelpLine().Match(line) is { Success: true } help)
            {
                Assert.True(helped.Add(help.Groups[1].Value), line);
            }
            else if (TypeLine().Match(line) is { Success: true } type)
            {
                Assert.Contains(type.Groups[1].Value, helped);
                kinds.Add(type.Groups[1].Value, type.Groups[2].Value);
            }
            else
            {
                var sample = SampleLine().Match(line);
                Assert.True(sample.Success, line);
                Assert.Equal(sample.Groups[1].Value.EndsWith("_total", StringComparison.Ordinal) ? "counter" : "gauge", kinds[sample.Groups[1].Value]);
                samples.Add(sample.Groups[1].Value + sample.Groups[2].Value, double.Parse(sample.Groups[3].Value, CultureInfo.InvariantCulture));
            }
        }

        return samples;
    }

    [GeneratedRegex("^# HELP ([a-z_]+) .+$")]
    private static partial Regex HelpLine();

    [GeneratedRegex("^# TYPE ([a-z_]+) (gauge|counter)$")]
    private static partial Regex TypeLine();

    [GeneratedRegex("^([a-z_]+)(\\{[a-z_]+=\"[^\"\\\\\n]*\"\\})? ([-+.0-9Ee]+)$")]
    private static partial Regex SampleLine();
}
