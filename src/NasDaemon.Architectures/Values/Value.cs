namespace NasDaemon.Architectures.Values;

/// <summary>A Python object as the tracer knows it.</summary>
internal abstract class Value
{
    /// <summary>The name of its Python type, as error messages show it.</summary>
    public abstract string TypeName { get; }
}
