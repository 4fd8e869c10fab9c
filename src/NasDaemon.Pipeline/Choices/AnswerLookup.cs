using NasDaemon.Abstractions.Spaces;

namespace NasDaemon.Pipeline.Choices;

/// <summary>Finds recorded answers by the decision's name and by their text, so that they survive when the options change.</summary>
/// <param name="answers">The recorded answers.</param>
internal sealed class AnswerLookup(AnswerList answers)
{
    private readonly Dictionary<string, string> _texts = answers.Answers.ToDictionary(answer => answer.Name, answer => answer.Text);

    /// <summary>Finds the recorded answer among the options.</summary>
    /// <param name="name">The decision's name.</param>
    /// <param name="options">What is offered now.</param>
    /// <returns>The index of the recorded answer; null where there is none or it is not offered.</returns>
    public int? Find(string name, IReadOnlyList<string> options)
    {
        if (!_texts.TryGetValue(name, out var text))
        {
            return null;
        }

        for (var index = 0; index < options.Count; index++)
        {
            if (options[index] == text)
            {
                return index;
            }
        }

        return null;
    }
}
