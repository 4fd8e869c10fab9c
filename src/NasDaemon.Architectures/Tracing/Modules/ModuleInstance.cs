using NasDaemon.Architectures.Modules;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Library;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Modules;

/// <summary>An object of a class that is, or inherits from, <c>nn.Module</c>.</summary>
/// <param name="type">Its class.</param>
/// <param name="interpreter">The interpreter, for modules that call their children.</param>
internal sealed class ModuleInstance(ClassValue type, Interpreter interpreter) : InstanceValue(type), IModuleInstance
{
    // Most modules have only some of these, and there are many modules.
    private NameTable? _parameters;
    private NameTable? _buffers;
    private NameTable? _children;
    private HashSet<string>? _transientBuffers;
    private List<Value>? _hooksBefore;
    private List<Value>? _hooksAfter;

    /// <summary>Whether <c>nn.Module.__init__</c> has run; before, no child and no parameter can be assigned.</summary>
    public bool IsReady { get; set; }

    /// <summary>The parameters in order; <c>None</c> where one is left out.</summary>
    public NameTable Parameters => _parameters ??= new NameTable();

    /// <summary>The buffers in order; <c>None</c> where one is left out.</summary>
    public NameTable Buffers => _buffers ??= new NameTable();

    /// <summary>The buffers that do not belong to the <c>state_dict</c>.</summary>
    public HashSet<string> TransientBuffers => _transientBuffers ??= new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The children in order; <c>None</c> where one is left out.</summary>
    public NameTable Children => _children ??= new NameTable();

    /// <summary>What is called before <c>forward</c>.</summary>
    public List<Value> HooksBefore => _hooksBefore ??= [];

    /// <summary>What is called after <c>forward</c>.</summary>
    public List<Value> HooksAfter => _hooksAfter ??= [];

    /// <summary>Whether anything is called before or after <c>forward</c>.</summary>
    public bool HasHooks => _hooksBefore is { Count: > 0 } || _hooksAfter is { Count: > 0 };

    /// <summary>Whether it has parameters, those that are left out included.</summary>
    public bool HasParameters => _parameters is { Count: > 0 };

    /// <summary>Whether it has buffers, those that are left out included.</summary>
    public bool HasBuffers => _buffers is { Count: > 0 };

    /// <summary>Whether it has children, those that are left out included.</summary>
    public bool HasChildren => _children is { Count: > 0 };

    /// <inheritdoc/>
    public override int Extent => (_parameters?.Count ?? 0) + (_buffers?.Count ?? 0) + (_children?.Count ?? 0);

    /// <summary>Its path in the network; null while it has none.</summary>
    public string? Path { get; set; }

    /// <inheritdoc/>
    public string ClassName => Type.Name;

    /// <inheritdoc/>
    public bool IsLazy { get; set; }

    /// <summary>Finds a parameter, buffer or child.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The value; null where there is none.</returns>
    public Value? FindRegistered(string name)
    {
        var found = _children?.GetValueOrDefault(name) ?? _parameters?.GetValueOrDefault(name) ?? _buffers?.GetValueOrDefault(name);
        return found ?? (name == "training" ? TrainingFlagValue.Instance : null);
    }

    /// <summary>Whether a name is a parameter's.</summary>
    /// <param name="name">The name.</param>
    /// <returns>True where it is.</returns>
    public bool IsParameter(string name) => _parameters?.ContainsKey(name) ?? false;

    /// <summary>Whether a name is a buffer's.</summary>
    /// <param name="name">The name.</param>
    /// <returns>True where it is.</returns>
    public bool IsBuffer(string name) => _buffers?.ContainsKey(name) ?? false;

    /// <summary>Whether a name is a child's.</summary>
    /// <param name="name">The name.</param>
    /// <returns>True where it is.</returns>
    public bool IsChild(string name) => _children?.ContainsKey(name) ?? false;

    /// <summary>Takes a name out of everything that has it but one table.</summary>
    /// <param name="name">The name.</param>
    /// <param name="kept">The table that keeps it.</param>
    public void Forget(string name, NameTable kept)
    {
        Attributes.Remove(name);
        _transientBuffers?.Remove(name);
        ForgetIn(_parameters, name, kept);
        ForgetIn(_buffers, name, kept);
        ForgetIn(_children, name, kept);
    }

    /// <inheritdoc/>
    public void ExpectAttributes(int count) => Attributes.EnsureCapacity(count);

    /// <inheritdoc/>
    public void SetAttribute(string name, Value value) => Attributes[name] = value;

    /// <inheritdoc/>
    public Value? GetAttribute(string name) => Attributes.TryGetValue(name, out var value) ? value : FindRegistered(name);

    /// <inheritdoc/>
    public void RegisterParameter(string name, StateTensor? parameter)
    {
        Attributes.Remove(name);
        Parameters[name] = parameter is null ? NoneValue.Instance : parameter;
        NameLazy(name, parameter);
        interpreter.Modules.Note(interpreter, parameter);
    }

    /// <inheritdoc/>
    public void RegisterBuffer(string name, StateTensor? buffer)
    {
        Attributes.Remove(name);
        Buffers[name] = buffer is null ? NoneValue.Instance : buffer;
        NameLazy(name, buffer);
        interpreter.Modules.Note(interpreter, buffer);
    }

    /// <inheritdoc/>
    public OperatorError? AddModule(string name, string path, CallArguments arguments)
    {
        var made = PythonLibrary.TryFind(path, out var child) ? interpreter.Calls.Call(child, arguments) : null;
        if (made is null)
        {
            return interpreter.State.Error is null ? OperatorError.Unsupported($"The tracer does not know '{path}'.") : interpreter.State.ToOperatorError();
        }

        Children[name] = made;
        return null;
    }

    /// <inheritdoc/>
    public OperatorError? RemoveModule(string name)
    {
        Children.Remove(name);
        return null;
    }

    /// <inheritdoc/>
    public CallResult CallModule(string name, CallArguments arguments)
    {
        var child = interpreter.Attributes.Read(this, name);
        var result = child is null ? null : interpreter.Calls.Call(child, arguments);
        return result is null ? interpreter.State.ToOperatorError() : result;
    }

    /// <inheritdoc/>
    public OperatorError? Assign(string name, Value value) =>
        interpreter.AttributeWriter.Write(this, name, value) ? null : interpreter.State.ToOperatorError();

    /// <inheritdoc/>
    public CallResult Copy(Value module) => new DeepCopier(interpreter).Copy(module) is { } copy ? copy : interpreter.State.ToOperatorError();

    /// <inheritdoc/>
    public CallResult CallFunction(Value function, CallArguments arguments) =>
        interpreter.Calls.Call(function, arguments) is { } result ? result : interpreter.State.ToOperatorError();

    /// <inheritdoc/>
    public IEnumerable<StateTensor> TreeParameters() =>
        ModuleTree.Walk(interpreter.State, this).SelectMany(entry => entry.Module.Parameters.Values.OfType<StateTensor>());

    private static void ForgetIn(NameTable? table, string name, NameTable kept)
    {
        if (!ReferenceEquals(table, kept))
        {
            table?.Remove(name);
        }
    }

    private void NameLazy(string name, StateTensor? state)
    {
        if (IsLazy && state is not null && Path is not null && interpreter.State.Scope.InForward)
        {
            state.Name = ModuleTree.Join(Path, name);
            interpreter.Modules.HasLazy = true;
        }
    }
}
