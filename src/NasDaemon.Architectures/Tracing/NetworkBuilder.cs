using System.Collections.Immutable;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Sources;
using NasDaemon.Architectures.Graphs;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Syntax;
using NasDaemon.Architectures.Tracing.Diagnosis;
using NasDaemon.Architectures.Tracing.Errors;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Frames;
using NasDaemon.Architectures.Tracing.Modules;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing;

/// <summary>One trace: executes the file, makes the network, runs its <c>forward</c>, and checks what it returns.</summary>
internal sealed class NetworkBuilder
{
    private const string UsualName = "Net";

    private readonly TracingLimits _limits;
    private readonly TraceRequest _request;
    private readonly string _networkName;
    private readonly GraphBuilder _graph;
    private readonly TraceState _state;
    private readonly Interpreter _interpreter;
    private SourceDialect? _dialect;
    private ImmutableArray<ModuleCall> _moduleCalls = [];

    /// <summary>Prepares a trace.</summary>
    /// <param name="limits">What it may use up.</param>
    /// <param name="request">What the network is for.</param>
    /// <param name="isTraining">Whether <c>forward</c> is traced as it runs in training.</param>
    /// <param name="notes">Takes what a cure needs to know; null where nobody asked.</param>
    public NetworkBuilder(TracingLimits limits, TraceRequest request, bool isTraining = true, TraceNotes? notes = null)
    {
        _request = request;
        _limits = limits;
        _networkName = request.ClassName ?? UsualName;
        _graph = new GraphBuilder(new GraphLimits(limits.GraphNodes, limits.ActivationElements));
        var scope = new TraceScope(_graph);
        _state = new TraceState(limits, scope) { ModuleCalls = request.NotesModuleCalls ? new ModuleCallLog(scope) : null, IsTraining = isTraining, Notes = notes };
        _interpreter = new Interpreter(_state);
        scope.Keep = new KeptTensors(_interpreter).Keep;
        AmbientNames.Bind(_interpreter.Globals);
    }

    /// <summary>Traces a file.</summary>
    /// <param name="module">The parsed file.</param>
    /// <returns>The network, or why there is none.</returns>
    public TraceResult Trace(SourceModule module)
    {
        var architecture = AddEvaluation(module, Build(module));
        if (_state.Notes is { } notes)
        {
            (notes.Nodes, notes.Steps) = (_graph.Nodes, _state.Steps);
            notes.Unknown = [.. _interpreter.Globals.Variables.Where(entry => entry.Value is UnknownValue).Select(entry => entry.Key)];
        }

        return architecture is not null && _dialect is { } dialect
            ? TraceResult.Accepted(architecture, dialect, _state.Scope.MinimumVersion) with
            {
                ModuleCalls = _moduleCalls,
                Recipe = new RecipeReader(HyperParameter.Defaults.SetItems(_request.HyperParameters)).Read(module, _networkName),
            }
            : TraceResult.Refused(_state.Error?.ToFailure() ?? throw new InvalidOperationException("A trace ended without network and without error."), _dialect);
    }

    // What the source does in evaluation mode is traced from the start: the first trace has left its marks on the objects.
    private Architecture? AddEvaluation(SourceModule module, Architecture? architecture)
    {
        if (architecture is null || !_state.IsTraining || !_state.AskedForTraining)
        {
            return architecture;
        }

        var other = new NetworkBuilder(_limits, _request with { NotesModuleCalls = false }, isTraining: false);
        if (other.Build(module) is { } evaluation)
        {
            return EvaluationMode.Join(architecture, evaluation);
        }

        var error = other._state.Error!;
        if (error.IsRefusal || !_request.ChecksOutput)
        {
            return architecture;
        }

        _state.Error = error with { Hint = $"This happens in evaluation mode only. {error.Hint}".TrimEnd() };
        return null;
    }

    /// <summary>Traces the beginning of a file as far as it goes.</summary>
    /// <param name="module">The parsed beginning, open blocks closed.</param>
    /// <returns>How far that is.</returns>
    public BeginningTrace TraceBeginning(SourceModule module)
    {
        var stage = SourceStage.Before;
        if (Load(module) && _interpreter.Globals.Variables.GetValueOrDefault(_networkName) is ClassValue { IsModule: true, IsUserDefined: true } type)
        {
            stage = type.Attributes.ContainsKey("forward") ? SourceStage.Forward : SourceStage.Class;
            if (MakeNetwork(type) is { } network && new StateList(_state, _interpreter.Modules.Known.Count).Add(network) && stage == SourceStage.Forward
                && Run(network) is { } output and not NoneValue && OutputCheck.Check(_state, output, _request) is not null)
            {
                stage = SourceStage.Whole;
            }
        }

        var parameters = _interpreter.Modules.Known.Where(tensor => tensor.IsParameter)
            .Aggregate(0L, (sum, tensor) => Saturating.Add(sum, tensor.Sizes.Aggregate(1L, Saturating.Multiply)));
        var reached = _state.Scope.InForward && _graph.Nodes is [.., { Outputs: [var last, ..] }] ? last : null;
        return new BeginningTrace(_state.Error?.ToFailure(), stage, parameters, reached);
    }

    private bool Load(SourceModule module)
    {
        _interpreter.Calls.IsLoading = true;
        if (_interpreter.Statements.ExecuteBlock(module.Body, _interpreter.Globals) == Completion.Raise)
        {
            return false;
        }

        _interpreter.Calls.IsLoading = false;
        _state.Scope.Place = default;
        return true;
    }

    private Architecture? Build(SourceModule module)
    {
        if (!Load(module) || FindNetwork() is not { } type || MakeNetwork(type) is not { } network)
        {
            return null;
        }

        var listed = new StateList(_state, _interpreter.Modules.Known.Count);
        if (!listed.Add(network))
        {
            return null;
        }

        foreach (var loose in _interpreter.Modules.Known)
        {
            if (loose.Name is null)
            {
                _interpreter.Modules.NameLoose(loose);
            }
        }

        if (_state.Notes is not null)
        {
            _state.Notes.Network = network;
        }

        if (Run(network) is not { } output || OutputCheck.Check(_state, output, _request) is not { } tensor)
        {
            return null;
        }

        return Finish(network, listed, tensor);
    }

    private ClassValue? FindNetwork()
    {
        if (_interpreter.Globals.Variables.TryGetValue(_networkName, out var value))
        {
            if (value is ClassValue { IsModule: true } type)
            {
                return type;
            }

            if (value is ClassValue { UnknownBase: { } unknown })
            {
                _state.Refuse(FailureClass.UnknownName, $"The class '{_networkName}' inherits from '{unknown}', which the tracer does not know.");
                return null;
            }

            _state.Raise(FailureClass.WrongOutput, "TypeError", $"'{_networkName}' is not a class that inherits from nn.Module.");
            return null;
        }

        var other = _interpreter.Globals.Variables.Values.OfType<ClassValue>().LastOrDefault(type => type is { IsModule: true, IsUserDefined: true });
        _state.Raise("NameError", $"name '{_networkName}' is not defined", other is null ? null : $"The network has to be called '{_networkName}', not '{other.Name}'.");
        return null;
    }

    private ModuleInstance? MakeNetwork(ClassValue type)
    {
        _dialect = Dialects.Of(type);
        var arguments = _dialect == SourceDialect.Lemur ? Dialects.Arguments(type, _request) : CallArguments.Of();
        return _interpreter.Calls.Call(type, arguments) switch
        {
            ModuleInstance network => network,
            null => null,
            var other => Refuse($"'{_networkName}' made a {other.TypeName}, not a module."),
        };
    }

    private ModuleInstance? Refuse(string message)
    {
        _state.Raise(FailureClass.WrongOutput, "TypeError", message);
        return null;
    }

    private Value? Run(ModuleInstance network)
    {
        Dimension[] shape = [Dimension.Batch, .. _request.Shape.Input.Select(size => Dimension.FromInt64(size))];
        var inputs = new List<Value> { Input(new TensorType([.. shape])) };
        foreach (var extra in _request.ExtraInputs)
        {
            inputs.Add(Input(extra));
        }

        _state.Scope.FirstForwardNode = _graph.Nodes.Count;
        _state.Scope.InForward = true;
        var output = _interpreter.Calls.Call(network, new CallArguments([.. inputs], []));
        if (_state.Notes is not null)
        {
            _state.Notes.Output = output;
        }

        return output;
    }

    private TensorValue Input(TensorType type) => new(type, _graph.AddInput(type));

    private Architecture Finish(ModuleInstance network, StateList listed, TensorValue output)
    {
        _moduleCalls = _state.ModuleCalls?.Finish(output.Source) ?? [];
        var built = _graph.Build(output.Source, output.Type, [], ImmutableSortedDictionary<string, string>.Empty);
        if (_interpreter.Modules.HasLazy)
        {
            listed = new StateList(_state, _interpreter.Modules.Known.Count);
            listed.Add(network);
        }

        HashSet<string>? used = null;
        foreach (var tensor in _interpreter.Modules.Loose)
        {
            used ??= StateReferences.In(built);
            if (used.Contains(tensor.Name!))
            {
                listed.AddLoose(tensor);
            }
        }

        return built with { State = listed.Entries.DrainToImmutable(), ModuleTypes = listed.ModuleTypes.ToImmutable() };
    }
}
