using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Modules;

/// <summary>
/// Knows every parameter and buffer of a trace, those too that no path of the network leads to: modules in a plain list,
/// or made by <c>forward</c> itself. PyTorch runs these; they are neither trained nor in the <c>state_dict</c>.
/// </summary>
internal sealed class ModuleRegistry
{
    private readonly List<StateTensor> _known = [];
    private int _loose;

    /// <summary>Every parameter and buffer, in the order of registration.</summary>
    public IReadOnlyList<StateTensor> Known => _known;

    /// <summary>The parameters and buffers without a path, in the order in which they were named.</summary>
    public List<StateTensor> Loose { get; } = [];

    /// <summary>Whether a lazy module made its parameters at its first call.</summary>
    public bool HasLazy { get; set; }

    /// <summary>Notes a parameter or buffer.</summary>
    /// <param name="interpreter">The interpreter: what <c>forward</c> makes is named at once.</param>
    /// <param name="state">The parameter or buffer; null is passed over.</param>
    public void Note(Interpreter interpreter, StateTensor? state)
    {
        if (state is null)
        {
            return;
        }

        _known.Add(state);
        if (interpreter.State.Scope.InForward && state.Name is null)
        {
            NameLoose(state);
        }
    }

    /// <summary>Names a parameter or buffer that no path leads to.</summary>
    /// <param name="state">The parameter or buffer.</param>
    public void NameLoose(StateTensor state)
    {
        state.Name = $"unregistered.{_loose++}";
        Loose.Add(state);
    }
}
