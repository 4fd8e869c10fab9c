using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Objects;

/// <summary>Attributes of functions, slices and other values that Python brings and that are no methods.</summary>
internal static class NativeAttributes
{
    /// <summary>Finds an attribute.</summary>
    /// <param name="target">The value.</param>
    /// <param name="name">The attribute's name.</param>
    /// <returns>The attribute; null where there is none of this name.</returns>
    public static Value? Find(Value target, string name) => target switch
    {
        FunctionValue function => OfFunction(function, name),
        BoundMethodValue method => OfMethod(method, name),
        PropertyValue property => OfProperty(property, name),
        PartialValue partial => OfPartial(partial, name),
        DeviceValue device when name == "type" => new TextValue(device.Name.Split(':')[0]),
        DeviceValue when name == "index" => NoneValue.Instance,
        ElementTypeValue element when name == "is_floating_point" => BoolValue.Of(ElementTypes.IsFloating(element.Element)),
        SliceValue slice when name == "start" => slice.Start,
        SliceValue slice when name == "stop" => slice.Stop,
        SliceValue slice when name == "step" => slice.Step,
        RangeValue range when name == "start" => new IntegerValue(range.Start),
        RangeValue range when name == "stop" => new IntegerValue(range.Stop),
        RangeValue range when name == "step" => new IntegerValue(range.Step),
        IntegerValue or BoolValue or FloatValue when name == "real" => target,
        IntegerValue or BoolValue when name == "imag" => new IntegerValue(0),
        IntegerValue when name == "numerator" => target,
        IntegerValue when name == "denominator" => new IntegerValue(1),
        StaticMethodValue method when name == "__func__" => method.Function,
        ClassMethodValue method when name == "__func__" => method.Function,
        NamedTupleValue named => OfTuple(named, name),
        BuiltinFunction function when name is "__name__" or "__qualname__" => new TextValue(function.Name),
        CatalogueFunctionValue function when name is "__name__" or "__qualname__" => new TextValue(function.Function.Signature.Name),
        BuiltinFunction or CatalogueFunctionValue when name == "__doc__" => NoneValue.Instance,
        _ => null,
    };

    private static Value? OfTuple(NamedTupleValue named, string name)
    {
        for (var index = 0; index < named.Names.Count; index++)
        {
            if (named.Names[index] == name)
            {
                return named.Items[index];
            }
        }

        return name == "_fields" ? new TupleValue([.. named.Names.Select(field => new TextValue(field))]) : null;
    }

    private static Value? OfFunction(FunctionValue function, string name) => function.Attributes.TryGetValue(name, out var own) ? own : name switch
    {
        "__name__" => new TextValue(function.Name),
        "__qualname__" => new TextValue(function.QualifiedName),
        "__doc__" => NoneValue.Instance,
        "__module__" => new TextValue("net"),
        "__dict__" => new LinkedDictionary(function.Attributes),
        "__defaults__" => new TupleValue([.. function.Defaults.OfType<Value>()]),
        "__wrapped__" => null,
        _ => null,
    };

    private static Value? OfMethod(BoundMethodValue method, string name) => name switch
    {
        "__self__" => method.Self,
        "__func__" => method.Function,
        _ => Find(method.Function, name),
    };

    private static Value? OfProperty(PropertyValue property, string name) => name switch
    {
        "setter" => new BoundMethodValue(property, PropertyDecorators.Setter),
        "deleter" => new BoundMethodValue(property, PropertyDecorators.Deleter),
        "getter" => new BoundMethodValue(property, PropertyDecorators.Getter),
        "fget" => property.Getter,
        "fset" => property.Setter ?? NoneValue.Instance,
        _ => null,
    };

    private static Value? OfPartial(PartialValue partial, string name)
    {
        switch (name)
        {
            case "func":
                return partial.Function;
            case "args":
                return new TupleValue(partial.Arguments.Positional);
            case "keywords":
                return InstanceAttributes.Names(partial.Arguments.Keywords.Select(keyword => KeyValuePair.Create(keyword.Name, keyword.Value)));
            default:
                return partial.Attributes.GetValueOrDefault(name);
        }
    }
}
