using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Objects;

/// <summary><c>@name.setter</c> and its like: each makes a property that does one thing more.</summary>
internal static class PropertyDecorators
{
    /// <summary><c>setter</c>.</summary>
    public static readonly BuiltinFunction Setter = Make("setter", (property, function) => new PropertyValue(property.Getter, function, property.Deleter));

    /// <summary><c>getter</c>.</summary>
    public static readonly BuiltinFunction Getter = Make("getter", (property, function) => new PropertyValue(function, property.Setter, property.Deleter));

    /// <summary><c>deleter</c>.</summary>
    public static readonly BuiltinFunction Deleter = Make("deleter", (property, function) => new PropertyValue(property.Getter, property.Setter, function));

    private static BuiltinFunction Make(string name, Func<PropertyValue, Value, PropertyValue> change) =>
        new(name, "self function", call => change((PropertyValue)call[0], call[1]), isMethod: true);
}
