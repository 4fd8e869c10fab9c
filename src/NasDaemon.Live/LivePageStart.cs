namespace NasDaemon.Live;

/// <summary>The live page, or why it is not served.</summary>
/// <param name="Page">The page; null where it is not served.</param>
/// <param name="Problem">What is wrong and what helps; null where nothing is.</param>
public sealed record LivePageStart(LivePage? Page, string? Problem);
