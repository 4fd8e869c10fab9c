namespace NasDaemon.Benchmarks.Models;

/// <summary>One round's figures, in tokens a second where nothing else is said.</summary>
/// <param name="Prompt">Reading.</param>
/// <param name="One">Writing one text.</param>
/// <param name="Several">Writing several texts together, all of them counted.</param>
/// <param name="PromptByProcessor">Reading, a second of processor time.</param>
/// <param name="OneByProcessor">Writing one text, a second of processor time.</param>
/// <param name="SeveralByProcessor">Writing several, a second of processor time.</param>
/// <param name="Shared">The share of a prompt that its beginning spared.</param>
/// <param name="Gain">How many times sooner its first token came.</param>
internal sealed record ModelFigures(double Prompt, double One, double Several, double PromptByProcessor, double OneByProcessor, double SeveralByProcessor, double Shared, double Gain);
