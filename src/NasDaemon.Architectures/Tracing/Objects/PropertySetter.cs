using NasDaemon.Architectures.Tracing.Values;

namespace NasDaemon.Architectures.Tracing.Objects;

/// <summary><c>property.setter</c>: the decorator that gives a property its setter.</summary>
internal static class PropertySetter
{
    /// <summary>The method.</summary>
    public static readonly BuiltinFunction Instance = new(
        "setter", "self function", call => new PropertyValue(((PropertyValue)call[0]).Getter, call[1]), isMethod: true);
}
