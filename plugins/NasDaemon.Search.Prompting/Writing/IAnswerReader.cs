using NasDaemon.Abstractions.Failures;

namespace NasDaemon.Search.Prompting.Writing;

/// <summary>Makes a source of an answer that is not one itself, such as changes to a known network.</summary>
internal interface IAnswerReader
{
    /// <summary>Reads an answer.</summary>
    /// <param name="answer">The answer, the beginning that it was given included.</param>
    /// <param name="isTruncated">Whether it was cut off at its token limit.</param>
    /// <returns>The source, or why there is none; null where the answer is a source after all.</returns>
    AnswerReading? Read(string answer, bool isTruncated);
}

/// <summary>What an answer holds.</summary>
/// <param name="Source">The source; empty where it holds none.</param>
/// <param name="Refusal">Why there is no source; null where there is one.</param>
internal sealed record AnswerReading(string Source, Failure? Refusal);
