using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Builtins;
using NasDaemon.Architectures.Tracing.Objects;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Evaluation;

/// <summary>Writes values as <c>str</c> and <c>repr</c> do.</summary>
/// <param name="interpreter">The interpreter.</param>
internal sealed class Representations(Interpreter interpreter)
{
    private const int DeepestNesting = 20;

    /// <summary>What error texts call a callee.</summary>
    /// <param name="callee">The callee.</param>
    /// <returns>Its qualified name.</returns>
    public static string CalleeName(Value callee) => callee switch
    {
        FunctionValue function => function.QualifiedName,
        BoundMethodValue method => CalleeName(method.Function),
        ClassValue type => type.QualifiedName,
        BuiltinFunction function => function.Name,
        CatalogueFunctionValue function => function.Function.Signature.Name,
        InstanceValue instance => instance.Type.Name,
        _ => callee.TypeName,
    };

    /// <summary>Writes a value as <c>str</c> does.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The text; null where an error was raised.</returns>
    public string? Text(Value value) =>
        Own(value, "__str__") is { } method ? CallForText(method, value) : TextDirectly(value);

    /// <summary>Writes a value as <c>str</c> does where no class of the source says otherwise.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The text; null where an error was raised.</returns>
    public string? TextDirectly(Value value)
    {
        switch (value)
        {
            case InstanceValue when !RuntimeHelpers.TryEnsureSufficientExecutionStack():
                interpreter.State.Raise("RecursionError", "maximum recursion depth exceeded while getting the str of an object");
                return null;
            case TextValue text:
                return text.Value;
            case InstanceValue { Type.IsException: true } exception:
                return exception.Attributes.TryGetValue("args", out var arguments) && arguments is TupleValue tuple ? ExceptionText(exception, tuple) : string.Empty;
            default:
                return Represent(value);
        }
    }

    /// <summary>Writes a value as <c>repr</c> does.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The text; null where an error was raised.</returns>
    public string? Represent(Value value)
    {
        var builder = new StringBuilder();
        return Append(builder, value, 0) && interpreter.State.ChargeText(builder.Length) ? builder.ToString() : null;
    }

    /// <summary>Writes a value as <c>repr</c> does where no class of the source says otherwise.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The text; null where an error was raised.</returns>
    public string? RepresentDirectly(Value value)
    {
        var builder = new StringBuilder();
        return Append(builder, value, -1) && interpreter.State.ChargeText(builder.Length) ? builder.ToString() : null;
    }

    /// <summary>Writes a string as <c>repr</c> does.</summary>
    /// <param name="text">The string.</param>
    /// <returns>The string in quotes.</returns>
    public static string Quote(string text)
    {
        var quote = text.Contains('\'', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal) ? '"' : '\'';
        var builder = new StringBuilder().Append(quote);
        foreach (var character in text)
        {
            builder.Append(character switch
            {
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when character == quote => $"\\{quote}",
                _ => character.ToString(),
            });
        }

        return builder.Append(quote).ToString();
    }

    private string? ExceptionText(InstanceValue exception, TupleValue arguments) => arguments.Items.Count switch
    {
        0 => string.Empty,
        1 when exception.Type.Name == "KeyError" => Represent(arguments.Items[0]),
        1 => ReferenceEquals(arguments.Items[0], exception) ? string.Empty : Text(arguments.Items[0]),
        _ => Represent(arguments),
    };

    private static Value? Own(Value value, string name) => SpecialMethods.Find(value, name) is { } method and not BuiltinFunction ? method : null;

    private string? CallForText(Value method, Value instance)
    {
        if (SpecialMethods.Call(interpreter, method, instance) is not { } result)
        {
            return null;
        }

        if (result is TextValue text)
        {
            return text.Value;
        }

        interpreter.State.Raise("TypeError", $"__str__ returned non-string (type {result.TypeName})");
        return null;
    }

    private bool Append(StringBuilder builder, Value value, int depth)
    {
        if (depth > DeepestNesting || builder.Length > interpreter.State.Limits.TextLength)
        {
            builder.Append("...");
            return true;
        }

        if (depth >= 0 && Own(value, "__repr__") is { } method)
        {
            var text = CallForText(method, value);
            builder.Append(text);
            return text is not null;
        }

        switch (value)
        {
            case ListValue list:
                return AppendAll(builder, list.Items.ToArray(), "[", "]", depth);
            case TupleValue { Items.Count: 1 } single:
                return AppendAll(builder, single.Items, "(", ",)", depth);
            case SizeValue size:
                return AppendAll(builder, size.Items, "torch.Size([", "])", depth);
            case TupleValue tuple:
                return AppendAll(builder, tuple.Items, "(", ")", depth);
            case SetValue { Items.Count: 0 }:
                builder.Append("set()");
                return true;
            case SetValue set:
                return AppendAll(builder, set.Items.Keys.ToArray(), "{", "}", depth);
            case DictionaryValue { IsOrdered: true } ordered:
                var pairs = ordered.Entries.Select(entry => (Value)new TupleValue([entry.Key, entry.Value])).ToArray();
                return AppendAll(builder.Append("OrderedDict("), pairs, "[", "])", depth);
            case DictionaryValue dictionary:
                return AppendEntries(builder, dictionary, depth);
            case DictionaryView view:
                return AppendAll(builder.Append(view.TypeName), view.Items(), "([", "])", depth);
            case InstanceValue { Type.IsException: true } exception when exception.Attributes.GetValueOrDefault("args") is TupleValue arguments:
                return AppendAll(builder.Append(exception.Type.Name), arguments.Items, "(", ")", depth);
            default:
                builder.Append(Simple(value));
                return true;
        }
    }

    private bool AppendAll(StringBuilder builder, IReadOnlyList<Value> items, string open, string close, int depth)
    {
        builder.Append(open);
        for (var index = 0; index < items.Count; index++)
        {
            builder.Append(index > 0 ? ", " : string.Empty);
            if (!interpreter.State.Step() || !Append(builder, items[index], depth + 1))
            {
                return false;
            }
        }

        builder.Append(close);
        return true;
    }

    private bool AppendEntries(StringBuilder builder, DictionaryValue dictionary, int depth)
    {
        builder.Append('{');
        var separator = string.Empty;
        foreach (var (key, value) in dictionary.Entries.ToArray())
        {
            builder.Append(separator);
            if (!interpreter.State.Step() || !Append(builder, key, depth + 1) || !Append(builder.Append(": "), value, depth + 1))
            {
                return false;
            }

            separator = ", ";
        }

        builder.Append('}');
        return true;
    }

    private static string Simple(Value value) => value switch
    {
        NoneValue => "None",
        BoolValue truth => truth.Value ? "True" : "False",
        TrainingFlagValue => "True",
        IntegerValue integer => integer.Traced.ToString(CultureInfo.InvariantCulture),
        FloatValue number => Formatting.Float(number.Value),
        TextValue text => Quote(text.Value),
        EllipsisValue => "Ellipsis",
        ElementTypeValue element => $"torch.{ElementTypes.Name(element.Element)}",
        DeviceValue device => $"device(type='{device.Name}')",
        RangeValue { Step: 1 } range => $"range({range.Start}, {range.Stop})",
        RangeValue range => $"range({range.Start}, {range.Stop}, {range.Step})",
        ClassValue type => $"<class '{(type.DefiningModule is null ? type.Name : $"{type.DefiningModule}.{type.Name}")}'>",
        FunctionValue function => $"<function {function.QualifiedName}>",
        NamespaceValue module => $"<module '{module.Path}'>",
        InstanceValue { Type.IsModule: true } module => $"{module.TypeName}()",
        TensorValue => "tensor(...)",
        _ => $"<{value.TypeName} object>",
    };
}
