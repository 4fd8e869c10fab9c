namespace NasDaemon.Abstractions.LanguageModels;

/// <summary>One message of a conversation.</summary>
/// <param name="Role">Who says it.</param>
/// <param name="Text">What is said. Text that spells a control token of the model is read as plain text.</param>
public sealed record ChatMessage(ChatRole Role, string Text);

/// <summary>Who speaks in a conversation.</summary>
public enum ChatRole
{
    /// <summary>Standing instructions.</summary>
    System,

    /// <summary>Who asks.</summary>
    User,

    /// <summary>The model.</summary>
    Assistant,
}
