namespace NasDaemon.Search.Prompting.Examples;

/// <summary>A network that a prompt shows.</summary>
/// <param name="Name">Where it is from, for reports: <c>network 12</c>, <c>resnet.py</c>.</param>
/// <param name="Source">Its source.</param>
/// <param name="Result">How good and how large it is, in words.</param>
/// <param name="Number">Its number among the task's candidates; null where it is none of them.</param>
internal sealed record Example(string Name, string Source, string Result, int? Number = null);
