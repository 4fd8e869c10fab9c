namespace NasDaemon.Architectures.Mending.Texts;

/// <summary>An argument as the source has it.</summary>
/// <param name="Keyword">Its keyword; null for a position.</param>
/// <param name="IsSpread">Whether it is spread by stars.</param>
/// <param name="First">The index of its value's first token.</param>
/// <param name="End">The index behind its value's last token.</param>
internal sealed record WrittenArgument(string? Keyword, bool IsSpread, int First, int End);
