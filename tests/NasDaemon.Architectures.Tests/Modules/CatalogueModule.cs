using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Modules;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tests.Modules;

/// <summary>A module of the catalogue without an interpreter around it.</summary>
internal sealed class CatalogueModule(TraceScope scope, ModuleDefinition definition) : Value, IModuleInstance
{
    private readonly Dictionary<string, Value> _attributes = [];
    private readonly List<(string Name, StateTensor Tensor)> _parameters = [];
    private readonly List<(string Name, StateTensor Tensor)> _buffers = [];
    private readonly List<(string Name, CatalogueModule Module)> _children = [];

    public string ClassName => definition.ClassName;

    public bool IsLazy { get; set; }

    public override string TypeName => definition.ClassName;

    public IEnumerable<(string Name, StateTensor Tensor)> State =>
        _parameters.Concat(_buffers).Concat(_children.SelectMany(child => child.Module.State.Select(entry => ($"{child.Name}.{entry.Name}", entry.Tensor))));

    public OperatorError? Construct(CallArguments arguments) => definition.Construct(scope, this, arguments).Error;

    public CallResult Forward(CallArguments arguments) => definition.Forward(scope, this, arguments);

    public void ExpectAttributes(int count) => _attributes.EnsureCapacity(count);

    public void SetAttribute(string name, Value value) => _attributes[name] = value;

    public Value? GetAttribute(string name) => _attributes.GetValueOrDefault(name);

    public void RegisterParameter(string name, StateTensor? parameter) => Register(_parameters, name, parameter);

    public void RegisterBuffer(string name, StateTensor? buffer) => Register(_buffers, name, buffer);

    public OperatorError? AddModule(string name, string path, CallArguments arguments)
    {
        Assert.True(OperatorCatalogue.Default.TryFindModule(path, out var child));
        var module = new CatalogueModule(scope, child!);
        _attributes[name] = module;
        _children.Add((name, module));
        return module.Construct(arguments);
    }

    public CallResult CallModule(string name, CallArguments arguments) => ((CatalogueModule)_attributes[name]).Forward(arguments);

    public OperatorError? Assign(string name, Value value)
    {
        _attributes[name] = value;
        return null;
    }

    public OperatorError? RemoveModule(string name)
    {
        _children.RemoveAll(child => child.Name == name);
        return null;
    }

    public CallResult Copy(Value module) => throw new NotSupportedException("The table has no modules that copy others.");

    public CallResult CallFunction(Value function, CallArguments arguments) =>
        OperatorCatalogue.Default.TryFindFunction("torch.nn.functional." + ((TextValue)function).Value, out var known)
            ? known!.Call(scope, arguments)
            : throw new NotSupportedException($"The table calls no {function.TypeName}.");

    public IEnumerable<StateTensor> TreeParameters() => State.Select(entry => entry.Tensor).Where(tensor => tensor.IsParameter);

    public IReadOnlyList<StateEntry> NameState()
    {
        var entries = new List<StateEntry>();
        foreach (var (name, tensor) in State)
        {
            tensor.Name = name;
            entries.Add(new StateEntry(
                name, tensor.Sizes, tensor.Type.Element, tensor.IsParameter, tensor.IsTrainable, true, tensor.Initialisation));
        }

        return entries;
    }

    private void Register(List<(string Name, StateTensor Tensor)> table, string name, StateTensor? tensor)
    {
        _attributes[name] = tensor is null ? NoneValue.Instance : tensor;
        if (tensor is not null)
        {
            table.Add((name, tensor));
        }
    }
}
