using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing;

/// <summary>Tells the two dialects apart, and makes the arguments of the LEMUR one.</summary>
internal static class Dialects
{
    private static readonly string[] LemurNames = ["in_shape", "out_shape", "prm", "device"];

    /// <summary>The dialect of a network's class.</summary>
    /// <param name="type">The class.</param>
    /// <returns>LEMUR where the constructor takes its shapes, or four arguments that it cannot do without.</returns>
    public static SourceDialect Of(ClassValue type)
    {
        if (type.Find("__init__") is not FunctionValue constructor)
        {
            return SourceDialect.Plain;
        }

        var names = constructor.Parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        var isNamed = names.Contains("in_shape") && names.Contains("out_shape");
        return isNamed || Required(constructor) == LemurNames.Length ? SourceDialect.Lemur : SourceDialect.Plain;
    }

    /// <summary>The arguments of a LEMUR network's constructor.</summary>
    /// <param name="type">The class.</param>
    /// <param name="request">What the network is for.</param>
    /// <returns>The arguments.</returns>
    public static CallArguments Arguments(ClassValue type, TraceRequest request)
    {
        var values = new Dictionary<string, Value>(StringComparer.Ordinal)
        {
            ["in_shape"] = new TupleValue([new IntegerValue(Dimension.Batch), .. request.Shape.Input.Select(size => new IntegerValue(size))]),
            ["out_shape"] = new TupleValue([new IntegerValue(request.Shape.Outputs)]),
            ["prm"] = HyperParameters(request),
            ["device"] = new DeviceValue("cpu"),
        };
        var constructor = (FunctionValue)type.Find("__init__")!;
        var named = constructor.Parameters.Where(parameter => values.ContainsKey(parameter.Name)).Select(parameter => parameter.Name).ToList();
        return named.Count > 0 && named.Contains("in_shape")
            ? new CallArguments([], [.. named.Select(name => new KeywordArgument(name, values[name]))])
            : new CallArguments([.. LemurNames.Select(name => values[name])], []);
    }

    private static int Required(FunctionValue constructor)
    {
        var count = 0;
        for (var index = 1; index < constructor.Parameters.Length; index++)
        {
            var isPlain = constructor.Parameters[index].Kind is ParameterKind.Standard or ParameterKind.PositionalOnly;
            count += isPlain && constructor.Defaults[index] is null ? 1 : 0;
        }

        return count;
    }

    private static DictionaryValue HyperParameters(TraceRequest request)
    {
        var dictionary = new DictionaryValue();
        foreach (var (name, value) in HyperParameter.Defaults.SetItems(request.HyperParameters))
        {
            dictionary.Entries[new TextValue(name)] = value.Text is { } text ? new TextValue(text)
                : value.IsInteger ? new IntegerValue((long)value.Number)
                : new FloatValue(value.Number);
        }

        return dictionary;
    }
}
