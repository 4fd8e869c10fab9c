using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Execution;
using NasDaemon.Architectures.Tracing.Library;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Objects;

/// <summary>Makes classes, for <c>class</c> statements and for calls of <c>type</c>.</summary>
/// <param name="interpreter">The interpreter.</param>
internal sealed class ClassBuilder(Interpreter interpreter)
{
    private const int MostAncestors = 64;

    private static readonly string[] ImplicitClassMethods = ["__init_subclass__", "__class_getitem__"];

    /// <summary>Makes a class without attributes.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="qualifiedName">Its name with the enclosing definitions.</param>
    /// <param name="module">The module that defines it.</param>
    /// <param name="given">Its bases.</param>
    /// <returns>The class; null where an error was raised.</returns>
    public ClassValue? Begin(string name, string qualifiedName, string module, IReadOnlyList<Value> given)
    {
        if (Bases(given, out var unknown) is not { } bases)
        {
            return null;
        }

        if (bases.Sum(type => type.ResolutionOrder.Count) > MostAncestors)
        {
            interpreter.State.Refuse(FailureClass.LimitExceeded, $"A class inherits from more than {MostAncestors} others.");
            return null;
        }

        if (ResolutionOrder.Merge(bases) is not { } order)
        {
            var names = string.Join(", ", bases.Select(type => type.Name));
            interpreter.State.Raise("TypeError", "Cannot create a consistent method resolution");
            interpreter.State.Error = interpreter.State.Error! with { Hint = $"The order (MRO) for the bases {names} has no solution." };
            return null;
        }

        return interpreter.State.Charge(1)
            ? new ClassValue(name, bases, order, isUserDefined: true, unknown) { QualifiedName = qualifiedName, DefiningModule = module }
            : null;
    }

    /// <summary>Completes a class whose attributes are there: tells descriptors their names, and base classes of the new one.</summary>
    /// <param name="type">The class.</param>
    /// <param name="keywords">What the definition says beside the bases.</param>
    /// <returns>False where an error was raised.</returns>
    public bool Complete(ClassValue type, IReadOnlyList<KeywordArgument> keywords)
    {
        foreach (var name in ImplicitClassMethods)
        {
            if (type.Attributes.TryGetValue(name, out var method) && method is FunctionValue)
            {
                type.Attributes[name] = new ClassMethodValue(method);
            }
        }

        if (type.Attributes.TryGetValue("__new__", out var constructor) && constructor is FunctionValue)
        {
            type.Attributes["__new__"] = new StaticMethodValue(constructor);
        }

        type.ReadsAttributesItself |= type.Attributes.ContainsKey("__getattribute__");
        type.Abstract = type.Meta is { } meta && meta.IsSubclassOf(AbstractTypes.Meta) ? AbstractTypes.Missing(type) : [];
        return interpreter.State.Charge(type.Attributes.Count) && NameDescriptors(type) && TellBases(type, keywords);
    }

    private bool NameDescriptors(ClassValue type)
    {
        foreach (var (name, value) in type.Attributes.ToArray())
        {
            if (value is InstanceValue && SpecialMethods.Find(value, "__set_name__") is { } method
                && SpecialMethods.Call(interpreter, method, value, type, new TextValue(name)) is null)
            {
                return false;
            }
        }

        return true;
    }

    private bool TellBases(ClassValue type, IReadOnlyList<KeywordArgument> keywords)
    {
        var found = type.FindAfter(type, "__init_subclass__");
        if (found is not ClassMethodValue { Function: FunctionValue function })
        {
            return keywords.Count == 0
                || interpreter.State.Raise("TypeError", $"{type.Name}.__init_subclass__() takes no keyword arguments") is not null;
        }

        return interpreter.Calls.Call(function, new CallArguments([type], [.. keywords])) is not null;
    }

    private List<ClassValue>? Bases(IReadOnlyList<Value> given, out string? unknown)
    {
        unknown = null;
        var bases = new List<ClassValue>();
        foreach (var value in given)
        {
            switch (value)
            {
                case ClassValue type when bases.Contains(type):
                    interpreter.State.Raise("TypeError", $"duplicate base class {type.Name}");
                    return null;
                case ClassValue type:
                    bases.Add(type);
                    break;
                case UnknownValue other:
                    unknown ??= PlainBases.Contains(other.Path) ? null : other.Path;
                    break;
                case NamespaceValue:
                    interpreter.State.Raise("TypeError", "module() takes at most 2 arguments (3 given)");
                    return null;
                default:
                    interpreter.State.Raise("TypeError", $"{value.TypeName} is no class to inherit from");
                    return null;
            }
        }

        if (bases.Count == 0)
        {
            bases.Add(CoreTypes.Object);
        }

        return bases;
    }
}
