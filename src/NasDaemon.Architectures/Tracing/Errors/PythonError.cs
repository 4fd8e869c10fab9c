using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Syntax;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Errors;

/// <summary>A Python exception on its way up, or a refusal of the tracer.</summary>
/// <param name="Class">What reports count it as.</param>
/// <param name="Type">The exception's class.</param>
/// <param name="Message">Its message.</param>
/// <param name="Place">The place that raised it; the default where no place applies.</param>
/// <param name="ModulePath">The module that raised it.</param>
/// <param name="Hint">What helps to repair it.</param>
internal sealed record PythonError(FailureClass Class, ClassValue Type, string Message, SourcePosition Place, string ModulePath, string? Hint)
{
    /// <summary>The exception object where the source made one; null until somebody asks for it.</summary>
    public InstanceValue? Instance { get; init; }

    /// <summary>Whether no <c>except</c> may catch it: it is the tracer that refuses, not Python.</summary>
    public bool IsRefusal { get; init; }

    /// <summary>The error as a failure.</summary>
    /// <returns>The failure.</returns>
    public Failure ToFailure() =>
        new(Class, Message, Place.Line > 0 ? Place.Line : null, Place.Column > 0 ? Place.Column : null, Hint, ModulePath.Length > 0 ? ModulePath : null);

    /// <summary>The error as the object that <c>except … as</c> binds.</summary>
    /// <returns>The object.</returns>
    public InstanceValue ToObject()
    {
        if (Instance is { } instance)
        {
            return instance;
        }

        var made = new InstanceValue(Type);
        made.Attributes["args"] = new TupleValue(Message.Length > 0 ? [new TextValue(Message)] : []);
        return made;
    }
}
