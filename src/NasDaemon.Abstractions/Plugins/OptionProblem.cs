namespace NasDaemon.Abstractions.Plugins;

/// <summary>What is wrong with the value of an option that lies within the option's own range.</summary>
/// <param name="Option">The option's name.</param>
/// <param name="Message">What is wrong, in a sentence.</param>
/// <param name="Remedy">What would be right, in a sentence.</param>
public sealed record OptionProblem(string Option, string Message, string Remedy);
