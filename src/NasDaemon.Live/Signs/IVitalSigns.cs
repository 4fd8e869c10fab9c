using System.Collections.Immutable;
using NasDaemon.Pipeline.LanguageModels;
using NasDaemon.Pipeline.Workers;

namespace NasDaemon.Live.Signs;

/// <summary>How the daemon is, as its parts tell when they are asked. From any thread.</summary>
public interface IVitalSigns
{
    /// <summary>The daemon's version.</summary>
    string Version { get; }

    /// <summary>When it began.</summary>
    DateTimeOffset Started { get; }

    /// <summary>How long ago the main loop ended a pass.</summary>
    TimeSpan SinceBeat { get; }

    /// <summary>How long the main loop may take for a pass before something is wrong.</summary>
    TimeSpan LongestPass { get; }

    /// <summary>How many trials can run at once.</summary>
    int Slots { get; }

    /// <summary>The worker processes and what each does.</summary>
    ImmutableArray<WorkerActivity> Workers { get; }

    /// <summary>The language models that are loaded.</summary>
    ImmutableArray<LoadedLanguageModel> Models { get; }

    /// <summary>Tokens that language models have written since the daemon began.</summary>
    long TokensGenerated { get; }

    /// <summary>Tokens of prompts that language models have read since the daemon began.</summary>
    long TokensRead { get; }

    /// <summary>Tokens that language models write a second, over the last seconds.</summary>
    double TokensPerSecond { get; }
}
