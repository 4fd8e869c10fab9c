namespace NasDaemon.Reports.Html.Charts;

/// <summary>A mark on an axis.</summary>
/// <param name="Value">Where it stands.</param>
/// <param name="Label">What stands beside it.</param>
internal sealed record Tick(double Value, string Label);
