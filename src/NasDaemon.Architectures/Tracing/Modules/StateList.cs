using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Tracing.Errors;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Modules;

/// <summary>Lists the parameters and buffers of a network in the order of PyTorch's <c>state_dict</c>: a module's own first, then its children's.</summary>
/// <param name="state">Takes errors.</param>
/// <param name="expected">How many there probably are.</param>
internal sealed class StateList(TraceState state, int expected)
{
    private const int DeepestModule = 200;

    private readonly Dictionary<StateTensor, string> _names = new(expected, ReferenceEqualityComparer.Instance);
    private readonly ImmutableArray<StateEntry>.Builder _entries = ImmutableArray.CreateBuilder<StateEntry>(expected);
    private readonly ImmutableSortedDictionary<string, string>.Builder _types = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
    private long _elements;

    /// <summary>The entries so far.</summary>
    public ImmutableArray<StateEntry>.Builder Entries => _entries;

    /// <summary>The class name of each module by path.</summary>
    public ImmutableSortedDictionary<string, string>.Builder ModuleTypes => _types;

    /// <summary>Lists a module with its children; names its tensors and notes its path where they have none.</summary>
    /// <param name="module">The module.</param>
    /// <param name="path">Its path.</param>
    /// <param name="depth">How deep it is in the network.</param>
    /// <returns>False where a limit is exceeded.</returns>
    public bool Add(ModuleInstance module, string path = "", int depth = 0)
    {
        if (depth > DeepestModule)
        {
            state.Raise("RecursionError", "maximum recursion depth exceeded");
            return false;
        }

        if (!state.Step() || !state.ChargeText(path.Length))
        {
            return false;
        }

        module.Path ??= path;
        _types[path] = module.ClassName;
        AddTensors(module, path);
        return (!module.HasChildren || AddChildren(module, path, depth + 1)) && CheckSize();
    }

    /// <summary>Lists a tensor that no path of the network leads to.</summary>
    /// <param name="tensor">The tensor, which is named.</param>
    public void AddLoose(StateTensor tensor) =>
        _entries.Add(new StateEntry(
            tensor.Name!, tensor.Sizes, tensor.Type.Element, IsParameter: false, IsTrainable: false, IsPersistent: false, FirstValues(tensor)));

    private void AddTensors(ModuleInstance module, string path)
    {
        if (module.HasParameters)
        {
            foreach (var (name, parameter) in module.Parameters)
            {
                AddTensor(parameter, ModuleTree.Join(path, name), isPersistent: true);
            }
        }

        if (module.HasBuffers)
        {
            foreach (var (name, buffer) in module.Buffers)
            {
                AddTensor(buffer, ModuleTree.Join(path, name), !module.TransientBuffers.Contains(name));
            }
        }
    }

    private bool AddChildren(ModuleInstance module, string path, int depth)
    {
        foreach (var (name, child) in module.Children)
        {
            if (child is ModuleInstance inner && !Add(inner, ModuleTree.Join(path, name), depth))
            {
                return false;
            }
        }

        return true;
    }

    private Initialisation FirstValues(StateTensor tensor) => StateTensors.FirstValues(tensor, state.Scope.Graph);

    private void AddTensor(Value value, string name, bool isPersistent)
    {
        if (value is not StateTensor tensor)
        {
            return;
        }

        var isFirst = _names.TryAdd(tensor, name);
        if (isFirst)
        {
            tensor.Name = name;
        }

        var entry = new StateEntry(
            name,
            tensor.Sizes,
            tensor.Type.Element,
            tensor.IsParameter,
            tensor.IsTrainable,
            isPersistent,
            isFirst ? FirstValues(tensor) : tensor.Initialisation,
            isFirst ? null : _names[tensor]);
        _entries.Add(entry);
        _elements = isFirst ? AddSaturated(_elements, entry.Shape) : _elements;
    }

    private static long AddSaturated(long total, ImmutableArray<long> shape)
    {
        var product = (Int128)1;
        foreach (var size in shape)
        {
            product = product > long.MaxValue ? product : product * size;
        }

        return total + product > long.MaxValue ? long.MaxValue : total + (long)product;
    }

    private bool CheckSize()
    {
        if (_elements <= state.Limits.Parameters)
        {
            return true;
        }

        state.Refuse(Abstractions.Failures.FailureClass.LimitExceeded, $"The network has more than {state.Limits.Parameters} parameters.");
        return false;
    }
}
