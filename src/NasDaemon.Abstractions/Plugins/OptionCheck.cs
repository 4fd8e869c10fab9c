namespace NasDaemon.Abstractions.Plugins;

/// <summary>Finds what the ranges of single options cannot say: names of other components, options that exclude one another.</summary>
/// <param name="values">The values, each within its range.</param>
/// <param name="strategies">The names of the search strategies that there are.</param>
/// <returns>What is wrong; null where nothing is.</returns>
public delegate OptionProblem? OptionCheck(OptionValues values, IReadOnlyCollection<string> strategies);
