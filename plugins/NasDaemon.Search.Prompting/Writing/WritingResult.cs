using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Sources;

namespace NasDaemon.Search.Prompting.Writing;

/// <summary>What became of a request.</summary>
/// <param name="Source">The source; empty where the answer holds none.</param>
/// <param name="Refusal">Why there is no source; null where there is one, be it right or wrong.</param>
/// <param name="Reading">What the source holds; null where there is none.</param>
/// <param name="History">How the answer became the source, and what that cost.</param>
internal sealed record WritingResult(string Source, Failure? Refusal, SourceReading? Reading, WritingHistory History);
