using System.Diagnostics.CodeAnalysis;
using NasDaemon.Architectures.Tracing.Errors;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Frames;

/// <summary>The names of one execution of a file, a class body, a function or a comprehension.</summary>
/// <param name="kind">What it belongs to.</param>
/// <param name="enclosing">The frame around it; null for the file's.</param>
/// <param name="variables">Where its names are.</param>
internal sealed class Frame(FrameKind kind, Frame? enclosing, Dictionary<string, Value> variables)
{
    /// <summary>What it belongs to.</summary>
    public FrameKind Kind => kind;

    /// <summary>The frame around it.</summary>
    public Frame? Enclosing => enclosing;

    /// <summary>Its names.</summary>
    public Dictionary<string, Value> Variables => variables;

    /// <summary>The function that it executes; null in other frames.</summary>
    public FunctionValue? Function { get; init; }

    /// <summary>The class whose body it executes; null in other frames.</summary>
    public ClassValue? Class { get; init; }

    /// <summary>What the function returned.</summary>
    public Value? Result { get; set; }

    /// <summary>Whether it belongs to a module of the tracer's own library.</summary>
    public bool IsLibrary { get; init; }

    /// <summary>The exception that an <c>except</c> clause is handling; null outside of one.</summary>
    public PythonError? Handled { get; set; }

    /// <summary>Reads a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="isUnbound">Whether the name belongs to a function that has not bound it yet.</param>
    /// <returns>False where neither this frame nor those around it have it.</returns>
    public bool TryRead(string name, [NotNullWhen(true)] out Value? value, out bool isUnbound)
    {
        isUnbound = false;
        var seesClass = true;
        for (var frame = this; frame is not null; frame = frame.Enclosing)
        {
            if (frame.Kind == FrameKind.Class && !seesClass)
            {
                continue;
            }

            if (frame.Function is { } function && function.Scope.Globals.Contains(name))
            {
                return frame.Root().Variables.TryGetValue(name, out value);
            }

            if (frame.Variables.TryGetValue(name, out value))
            {
                return true;
            }

            if (frame.Function?.Scope.Locals.Contains(name) == true)
            {
                isUnbound = true;
                return false;
            }

            seesClass &= frame.Kind == FrameKind.Comprehension;
        }

        value = null;
        return false;
    }

    /// <summary>Binds a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">Its value.</param>
    public void Bind(string name, Value value) => Owner(name).Variables[name] = value;

    /// <summary>Binds a name from <c>:=</c>, which reaches out of comprehensions.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">Its value.</param>
    public void BindOutside(string name, Value value)
    {
        var frame = this;
        while (frame.Kind == FrameKind.Comprehension && frame.Enclosing is { } outer)
        {
            frame = outer;
        }

        frame.Bind(name, value);
    }

    /// <summary>Unbinds a name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>False where it was not bound.</returns>
    public bool Unbind(string name) => Owner(name).Variables.Remove(name);

    /// <summary>The file's frame.</summary>
    /// <returns>The frame.</returns>
    public Frame Root()
    {
        var frame = this;
        while (frame.Enclosing is { } outer)
        {
            frame = outer;
        }

        return frame;
    }

    private Frame Owner(string name)
    {
        if (Function is not { } function)
        {
            return this;
        }

        if (function.Scope.Globals.Contains(name))
        {
            return Root();
        }

        if (!function.Scope.Nonlocals.Contains(name))
        {
            return this;
        }

        var frame = Enclosing;
        while (frame is not null && frame.Function?.Scope.Locals.Contains(name) != true)
        {
            frame = frame.Enclosing;
        }

        return frame ?? this;
    }
}
