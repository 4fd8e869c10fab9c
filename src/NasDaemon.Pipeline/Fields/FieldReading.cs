using System.Collections.Immutable;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Pipeline.Plugins;
using NasDaemon.Pipeline.Yaml;

namespace NasDaemon.Pipeline.Fields;

/// <summary>One reading of a YAML file: the values found so far, and everything that is wrong.</summary>
/// <param name="catalogue">Gives the components that may be named; only asked where one is.</param>
internal sealed class FieldReading(Func<ComponentCatalogue> catalogue)
{
    private const int MostProblems = 100;
    private readonly Dictionary<Field, (object Value, TextPosition Position)> _values = [];
    private readonly List<YamlProblem> _problems = [];

    /// <summary>The components that may be named.</summary>
    public ComponentCatalogue Catalogue => catalogue();

    /// <summary>What is wrong, in the order of the text.</summary>
    public ImmutableArray<YamlProblem> Problems => [.. _problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)];

    /// <summary>The components that were named; null where one does not exist, which is reported.</summary>
    public Dictionary<ComponentField, ComponentSelection?> Components { get; } = [];

    /// <summary>The components under names of the user's own, as far as nothing is wrong with them.</summary>
    public Dictionary<NamedComponentsField, ImmutableArray<NamedComponent>> NamedComponents { get; } = [];

    /// <summary>Notes a problem.</summary>
    /// <param name="position">Where it is.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="remedy">What would be right.</param>
    public void Report(TextPosition position, string message, string remedy)
    {
        if (_problems.Count < MostProblems)
        {
            _problems.Add(new YamlProblem(position.Line, position.Column, message, remedy));
        }
    }

    /// <summary>Notes a value.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="field">Of which field.</param>
    /// <param name="value">The value.</param>
    /// <param name="position">Where it stands.</param>
    public void Set<T>(ValueField<T> field, T value, TextPosition position)
        where T : notnull => _values[field] = (value, position);

    /// <summary>The value of a field, its default where none was given.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="field">The field.</param>
    /// <returns>The value.</returns>
    public T Get<T>(ValueField<T> field)
        where T : notnull => _values.TryGetValue(field, out var entry) ? (T)entry.Value : field.DefaultValue;

    /// <summary>The value of a field that may go without.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="field">The field.</param>
    /// <returns>The value, or null where none was given.</returns>
    public T? Find<T>(ValueField<T> field)
        where T : struct => _values.TryGetValue(field, out var entry) ? (T)entry.Value : null;

    /// <summary>Whether a legal value was given.</summary>
    /// <param name="field">The field.</param>
    /// <returns>True where one was.</returns>
    public bool IsGiven(Field field) => _values.ContainsKey(field);

    /// <summary>Where the first of some fields that was given stands.</summary>
    /// <param name="fields">The fields, the best one to point at first.</param>
    /// <returns>The place; the beginning of the text where none was given.</returns>
    public TextPosition Position(params ReadOnlySpan<Field> fields)
    {
        foreach (var field in fields)
        {
            if (_values.TryGetValue(field, out var entry))
            {
                return entry.Position;
            }
        }

        return TextPosition.Start;
    }
}
