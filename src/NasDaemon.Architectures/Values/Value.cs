namespace NasDaemon.Architectures.Values;

/// <summary>A Python object as the tracer knows it.</summary>
internal abstract class Value
{
    /// <summary>The name of its Python type, as error messages show it.</summary>
    public abstract string TypeName { get; }

    /// <summary>How many items or characters a function has to look at, without those of its items; 0 for what holds nothing.</summary>
    public virtual int Extent => 0;
}
