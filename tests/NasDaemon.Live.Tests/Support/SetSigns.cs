using System.Collections.Immutable;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Live.Signs;
using NasDaemon.Pipeline.LanguageModels;
using NasDaemon.Pipeline.Workers;

namespace NasDaemon.Live.Tests.Support;

/// <summary>Signs of a daemon with one busy worker and a language model; a test stops its heart.</summary>
internal sealed class SetSigns : IVitalSigns
{
    public string Version => "1.2.3";

    public DateTimeOffset Started { get; } = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public TimeSpan SinceBeat { get; set; } = TimeSpan.FromSeconds(0.5);

    public TimeSpan LongestPass => TimeSpan.FromSeconds(30);

    public int Slots => 2;

    public ImmutableArray<WorkerActivity> Workers =>
    [
        new(101, new TrialKey("busy", 3), Started, 50 << 20),
        new(102, null, Started, 30 << 20),
    ];

    public ImmutableArray<LoadedLanguageModel> Models => [new("small", Environment.ProcessId)];

    public long TokensGenerated => 1_234;

    public long TokensRead => 5_678;

    public double TokensPerSecond => 12.5;
}
