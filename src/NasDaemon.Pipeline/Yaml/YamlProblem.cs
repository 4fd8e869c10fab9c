using System.Globalization;

namespace NasDaemon.Pipeline.Yaml;

/// <summary>Something that is wrong in a YAML file.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Message">What is wrong: one sentence.</param>
/// <param name="Remedy">What would be right: one sentence.</param>
public sealed record YamlProblem(int Line, int Column, string Message, string Remedy)
{
    /// <summary>The problem on one line, in the form that editors and terminals make clickable.</summary>
    /// <param name="file">The name of the file.</param>
    /// <returns><c>file:line:column: message remedy</c>.</returns>
    public string Describe(string file) => string.Create(CultureInfo.InvariantCulture, $"{file}:{Line}:{Column}: {Message} {Remedy}");
}
