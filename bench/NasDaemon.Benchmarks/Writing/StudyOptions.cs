namespace NasDaemon.Benchmarks.Writing;

/// <summary>What the study measures.</summary>
/// <param name="Model">The GGUF file.</param>
/// <param name="Folder">Where sources and histories are put.</param>
/// <param name="Proposals">Proposals an arm.</param>
/// <param name="Threads">Threads that compute.</param>
/// <param name="Examples">How many networks the prompts show.</param>
/// <param name="Arms">The arms; empty for all.</param>
internal sealed record StudyOptions(string Model, string Folder, int Proposals, int Threads, IReadOnlyList<int> Examples, IReadOnlyList<string> Arms);
