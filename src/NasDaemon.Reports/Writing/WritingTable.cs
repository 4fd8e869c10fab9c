namespace NasDaemon.Reports.Writing;

/// <summary>A table about what a language model wrote, as plain text.</summary>
/// <param name="Heading">Its heading; empty for the first ones, which need none.</param>
/// <param name="Remark">What stands before it; empty for nothing.</param>
/// <param name="Head">The heads of the columns.</param>
/// <param name="Rows">The rows, none where the remark says all.</param>
public sealed record WritingTable(string Heading, string Remark, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows);
