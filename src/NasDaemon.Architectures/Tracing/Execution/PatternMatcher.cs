using System.Collections.Immutable;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Syntax.Patterns;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Frames;
using NasDaemon.Architectures.Tracing.Library;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Execution;

/// <summary>Compares values with the patterns of <c>case</c>.</summary>
/// <param name="interpreter">The interpreter.</param>
internal sealed class PatternMatcher(Interpreter interpreter)
{
    /// <summary>Compares a value with a pattern, and binds the names in it.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="subject">The value.</param>
    /// <param name="frame">Takes the names.</param>
    /// <returns>Whether it fits; null where an error was raised.</returns>
    public bool? Fits(Pattern pattern, Value subject, Frame frame)
    {
        switch (pattern)
        {
            case CapturePattern capture:
                Bind(capture.Name, subject, frame);
                return true;
            case ValuePattern { Value: NoneLiteral or BooleanLiteral } constant:
                return interpreter.Expressions.Evaluate(constant.Value, frame) is { } wanted ? interpreter.Equality.AreSame(wanted, subject) : null;
            case ValuePattern value:
                return interpreter.Expressions.Evaluate(value.Value, frame) is { } known ? interpreter.Equality.AreEqual(subject, known) : null;
            case AsPattern named:
                var fits = Fits(named.Inner, subject, frame);
                Bind(fits is true ? named.Name : null, subject, frame);
                return fits;
            case OrPattern either:
                return FitsOne(either.Alternatives, subject, frame);
            case SequencePattern sequence:
                return FitsSequence(sequence.Items, subject, frame);
            case MappingPattern mapping:
                return FitsMapping(mapping, subject, frame);
            default:
                return FitsClass((ClassPattern)pattern, subject, frame);
        }
    }

    private static void Bind(string? name, Value value, Frame frame)
    {
        if (name is not null)
        {
            frame.Bind(name, value);
        }
    }

    private bool? FitsOne(ImmutableArray<Pattern> alternatives, Value subject, Frame frame)
    {
        foreach (var alternative in alternatives)
        {
            if (Fits(alternative, subject, frame) is not false and var result)
            {
                return result;
            }
        }

        return false;
    }

    private bool? FitsSequence(ImmutableArray<Pattern> patterns, Value subject, Frame frame)
    {
        if (Sequences.Items(subject) is not { } items)
        {
            return false;
        }

        var star = -1;
        for (var index = 0; index < patterns.Length; index++)
        {
            star = patterns[index] is StarPattern ? index : star;
        }

        if (star < 0 ? items.Count != patterns.Length : items.Count < patterns.Length - 1)
        {
            return false;
        }

        for (var index = 0; index < patterns.Length; index++)
        {
            if (patterns[index] is StarPattern rest)
            {
                Bind(rest.Name, new ListValue([.. items.Skip(star).Take(items.Count - patterns.Length + 1)]), frame);
            }
            else if (Fits(patterns[index], items[star < 0 || index < star ? index : items.Count - patterns.Length + index], frame) is not true and var result)
            {
                return result;
            }
        }

        return true;
    }

    private bool? FitsMapping(MappingPattern pattern, Value subject, Frame frame)
    {
        if (subject is not DictionaryValue dictionary)
        {
            return false;
        }

        var rest = new DictionaryValue();
        foreach (var (key, value) in dictionary.Entries)
        {
            rest.Entries[key] = value;
        }

        for (var index = 0; index < pattern.Keys.Length; index++)
        {
            if (interpreter.Expressions.Evaluate(pattern.Keys[index], frame) is not { } key)
            {
                return null;
            }

            if (!rest.Entries.Remove(key, out var value))
            {
                return false;
            }

            if (Fits(pattern.Values[index], value, frame) is not true and var result)
            {
                return result;
            }
        }

        Bind(pattern.Rest, rest, frame);
        return true;
    }

    private bool? FitsClass(ClassPattern pattern, Value subject, Frame frame)
    {
        if (interpreter.Expressions.Evaluate(pattern.Type, frame) is not { } value)
        {
            return null;
        }

        if (value is not ClassValue type)
        {
            interpreter.State.Raise("TypeError", "called match pattern must be a class");
            return null;
        }

        if (!CoreTypes.Of(subject).IsSubclassOf(type))
        {
            return false;
        }

        // The built-in types fit their one pattern themselves.
        if (pattern.Items is [var self] && !type.IsUserDefined && !type.IsModule)
        {
            return Fits(self, subject, frame);
        }

        var names = pattern.Items.IsEmpty ? [] : Sequences.Items(type.Find("__match_args__") ?? NoneValue.Instance) ?? [];
        if (names.Count < pattern.Items.Length)
        {
            var plural = names.Count == 1 ? string.Empty : "s";
            interpreter.State.Raise("TypeError", $"{type.Name}() accepts {names.Count} positional sub-pattern{plural} ({pattern.Items.Length} given)");
            return null;
        }

        var wanted = pattern.Items.Select((item, index) => (((TextValue)names[index]).Value, item)).Concat(pattern.Names.Zip(pattern.Values));
        foreach (var (name, item) in wanted)
        {
            if (interpreter.Attributes.Find(subject, name) is not { } attribute)
            {
                return interpreter.State.Error is null ? false : null;
            }

            if (Fits(item, attribute, frame) is not true and var result)
            {
                return result;
            }
        }

        return true;
    }
}
