namespace NasDaemon.Search.Prompting.Writing.Extraction;

/// <summary>A piece of an answer that looks like code.</summary>
/// <param name="Language">What its fence says it is, in lower case; empty for nothing.</param>
/// <param name="Text">The code, ending with a line break.</param>
/// <param name="IsClosed">Whether its end was written: false where the answer broke off in it.</param>
internal sealed record CodeBlock(string Language, string Text, bool IsClosed);
