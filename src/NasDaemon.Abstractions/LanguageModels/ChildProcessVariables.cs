namespace NasDaemon.Abstractions.LanguageModels;

/// <summary>What the daemon tells the child process of a language model in its environment.</summary>
public static class ChildProcessVariables
{
    /// <summary>How often a process with this model was ended by an illegal instruction. A model that has several variants of its code leaves out that many of the fastest.</summary>
    public const string IllegalInstructions = "NASDAEMON_ILLEGAL_INSTRUCTIONS";
}
