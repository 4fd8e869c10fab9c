namespace NasDaemon.Search.Prompting.Writing;

/// <summary>What is done for a network besides taking the model's answer.</summary>
/// <param name="Mend">Whether failures whose cure follows from the shapes alone are cured in the source.</param>
/// <param name="Check">How often a statement that cannot become right is sampled again while the model writes; 0 does not check.</param>
/// <param name="Finish">Whether an answer that ends before its network is whole is gone on with.</param>
/// <param name="Repairs">How often a source that fails is given back to the model; 0 to 8.</param>
internal sealed record WritingHelp(bool Mend, int Check, bool Finish, int Repairs)
{
    /// <summary>Whether it needs a model whose answer can be cut back.</summary>
    public bool Steers => Checks || Finish;

    /// <summary>Whether the answer is written line by line.</summary>
    public bool Checks => Check > 0 || Diverges;

    /// <summary>Whether a network that copies one which the prompt shows is turned off its way at a layer drawn by lot.</summary>
    public bool Diverges { get; init; }

    /// <summary>Whether, while statements are checked, the shapes that <c>forward</c> has reached are told to the model in comments.</summary>
    public bool TellsShapes { get; init; }

    /// <summary>The model's answer as it is.</summary>
    public static WritingHelp None { get; } = new(Mend: false, Check: 0, Finish: false, Repairs: 0);
}
