using NasDaemon.Architectures.Tracing.Builtins;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>A function that Python or PyTorch brings. Methods take the object as their first argument.</summary>
internal sealed class BuiltinFunction : Value
{
    /// <summary>Makes a function.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="parameters">
    /// Its parameters, separated by blanks: <c>name</c> is required, <c>name?</c> optional, <c>*</c> takes all further
    /// positions, so that names behind it are given by keyword only, and <c>**</c> takes all further keywords.
    /// </param>
    /// <param name="body">What it does.</param>
    /// <param name="isMethod">Whether the first argument is the object.</param>
    public BuiltinFunction(string name, string parameters, BuiltinBody body, bool isMethod = false)
    {
        (Name, Body, IsMethod) = (name, body, isMethod);
        var names = new List<string>();
        foreach (var part in parameters.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            switch (part)
            {
                case "*":
                    TakesPositions = true;
                    break;
                case "**":
                    TakesKeywords = true;
                    break;
                default:
                    Positions += TakesPositions ? 0 : 1;
                    Required += part.EndsWith('?') ? 0 : 1;
                    names.Add(part.TrimEnd('?'));
                    break;
            }
        }

        Parameters = names;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The class that error texts show; null where they show none.</summary>
    public FunctionOwner? Owner { get; init; }

    /// <summary>The name in errors about arguments.</summary>
    public string ShownName => Owner is null ? Name : $"{Owner.Name}.{Name}";

    /// <summary>What it does.</summary>
    public BuiltinBody Body { get; }

    /// <summary>Whether the first argument is the object.</summary>
    public bool IsMethod { get; }

    /// <summary>The class whose objects it is called on, once the class is made; null for functions.</summary>
    public ClassValue? Receiver { get; private set; }

    /// <summary>The names of its parameters.</summary>
    public IReadOnlyList<string> Parameters { get; }

    /// <summary>How many parameters, from the first, can be given by position.</summary>
    public int Positions { get; }

    /// <summary>How many parameters, from the first, need an argument.</summary>
    public int Required { get; }

    /// <summary>Whether it takes any number of further positions.</summary>
    public bool TakesPositions { get; }

    /// <summary>Whether it takes any further keywords.</summary>
    public bool TakesKeywords { get; }

    /// <summary>Makes it a method of a class: from then on it is only called on that class's objects.</summary>
    /// <param name="receiver">The class; the first one counts.</param>
    public void Join(ClassValue receiver) => Receiver ??= receiver;

    /// <inheritdoc/>
    public override string TypeName => "builtin_function_or_method";
}
