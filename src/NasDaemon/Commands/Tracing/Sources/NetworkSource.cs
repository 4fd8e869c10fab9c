using System.Collections.Immutable;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Tracing;

namespace NasDaemon.Commands.Tracing.Sources;

/// <summary>One source as the command found it, with what stands beside it.</summary>
/// <param name="File">The file; <c>-</c> for standard input.</param>
internal sealed record NetworkSource(string File)
{
    /// <summary>What files made of it are called, without extension: its path below the folder that was given, or its own name.</summary>
    public string Name { get; init; } = Path.GetFileNameWithoutExtension(File);

    /// <summary>The line of a <c>.jsonl</c> file, from 1; null for a file of its own.</summary>
    public int? LineNumber { get; init; }

    /// <summary>The source; null where it could not be read.</summary>
    public string? Text { get; init; }

    /// <summary>Why it could not be read.</summary>
    public Failure? Problem { get; init; }

    /// <summary>Whether it is a path of the command line that is not there or may not be read, rather than a bad source.</summary>
    public bool IsUnreachable { get; init; }

    /// <summary>The shape of a sample; null where the options say it.</summary>
    public ImmutableArray<int>? Input { get; init; }

    /// <summary>How many outputs it shall have; null where the options say it.</summary>
    public int? Classes { get; init; }

    /// <summary>The class that is the network; null where the options say it.</summary>
    public string? ClassName { get; init; }

    /// <summary>Hyper-parameters, before those of the options.</summary>
    public ImmutableSortedDictionary<string, HyperParameter> HyperParameters { get; init; } = HyperParameterText.None;

    /// <summary>The source as a person finds it again.</summary>
    public string Place => LineNumber is { } line ? $"{File}:{line}" : File;
}
