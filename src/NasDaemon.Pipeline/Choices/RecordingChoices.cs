using System.Collections.Immutable;
using System.Globalization;
using NasDaemon.Abstractions.Spaces;

namespace NasDaemon.Pipeline.Choices;

/// <summary>Stands between a space and whoever answers: holds both to the contract and records the answers.</summary>
/// <param name="inner">Who answers.</param>
public sealed class RecordingChoices(IChoices inner) : IChoices
{
    private readonly ImmutableArray<Answer>.Builder _answers = ImmutableArray.CreateBuilder<Answer>();
    private readonly HashSet<string> _names = [];

    /// <summary>What was answered so far. An operation that was answered with all of them at once is no answer: nothing was decided.</summary>
    public AnswerList Answers => new(_answers.ToImmutable());

    /// <inheritdoc/>
    public string Pick(string name, IReadOnlyList<string> options)
    {
        Begin(name, options);
        return Record(name, options, inner.Pick(name, options));
    }

    /// <inheritdoc/>
    public int Integer(string name, int minimum, int maximum, int step = 1)
    {
        var options = IntegerOptions.Of(minimum, maximum, step);
        Begin(name, options);
        var answer = inner.Integer(name, minimum, maximum, step);
        Record(name, options, answer.ToString(CultureInfo.InvariantCulture));
        return answer;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Operations(string name, IReadOnlyList<string> operations)
    {
        Begin(name, operations);
        var answer = inner.Operations(name, operations);
        if (answer.Count == 1)
        {
            Record(name, operations, answer[0]);
        }
        else if (!answer.SequenceEqual(operations))
        {
            throw new InvalidOperationException($"'{name}' was answered with {answer.Count} of {operations.Count} operations; one or all are allowed.");
        }

        return answer;
    }

    private void Begin(string name, IReadOnlyList<string> options)
    {
        if (options.Count == 0)
        {
            throw new ArgumentException($"The decision '{name}' offers no option.", nameof(options));
        }

        if (options.Distinct().Count() != options.Count)
        {
            throw new ArgumentException($"The decision '{name}' offers an option twice: {string.Join(", ", options)}.", nameof(options));
        }

        if (!_names.Add(name))
        {
            throw new ArgumentException($"The decision '{name}' was asked for twice.", nameof(name));
        }
    }

    private string Record(string name, IReadOnlyList<string> options, string answer)
    {
        var index = options.ToImmutableArray().IndexOf(answer);
        if (index < 0)
        {
            throw new InvalidOperationException($"'{name}' was answered with '{answer}', which is none of {string.Join(", ", options)}.");
        }

        _answers.Add(new Answer(name, index, [.. options]));
        return answer;
    }
}
