using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Operators.Signatures;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Modules;

/// <summary>One module of <c>torch.nn</c>: its constructor and its <c>forward</c>.</summary>
/// <param name="path">Its full path, e.g. <c>torch.nn.Conv2d</c>.</param>
/// <param name="parameters">The parameters of its constructor; each becomes an attribute.</param>
internal sealed class ModuleDefinition(string path, string parameters)
{
    private Signature? _constructor;
    private Signature? _forward;

    /// <summary>Its full path.</summary>
    public string Path { get; } = path;

    /// <summary>The name of its class.</summary>
    public string ClassName { get; } = path[(path.LastIndexOf('.') + 1)..];

    /// <summary>The parameters of its constructor.</summary>
    public string Parameters { get; } = parameters;

    /// <summary>The first PyTorch version that has it; null where 1.13 has.</summary>
    public string? MinimumVersion { get; init; }

    /// <summary>The class that defines its constructor, where error texts show a base class.</summary>
    public string? ConstructorOwner { get; init; }

    /// <summary>The class that defines its <c>forward</c>, where error texts show a base class.</summary>
    public string? ForwardOwner { get; init; }

    /// <summary>An argument that the class itself puts before those of the source; null where it puts none.</summary>
    public Value? Leading { get; init; }

    /// <summary>Its methods beside <c>__init__</c> and <c>forward</c>.</summary>
    public IReadOnlyList<ModuleMethod> Methods { get; init; } = [];

    /// <summary>What the constructor does beyond setting attributes; null where nothing.</summary>
    public ModuleConstructor? Constructor { get; init; }

    /// <summary>What the constructor does with arguments of a wrong type; it goes on where this raises nothing. Null where they are simply refused.</summary>
    public ModuleConstructor? Mistyped { get; init; }

    /// <summary>The parameters of <c>forward</c>.</summary>
    public string ForwardParameters { get; init; } = "input";

    /// <summary>What <c>forward</c> does.</summary>
    public required ModuleForward Forwarding { get; init; }

    /// <summary>The parameters of its constructor, parsed.</summary>
    public Signature ConstructorSignature => _constructor ??=
        new Signature($"{ConstructorOwner ?? (Parameters.Length == 0 ? "Module" : ClassName)}.__init__", Parameters, SignatureStyle.Python, hasSelf: true);

    /// <summary>Runs the constructor on an instance.</summary>
    /// <param name="scope">Where the call happens.</param>
    /// <param name="self">The instance.</param>
    /// <param name="arguments">The arguments without <c>self</c>.</param>
    /// <returns><c>None</c>, or what was raised.</returns>
    public CallResult Construct(TraceScope scope, IModuleInstance self, CallArguments arguments)
    {
        var signature = ConstructorSignature;
        if (signature.TryBind(Leading is null ? arguments : arguments.Prepend(Leading), out var values, out var mistyped) is { } error)
        {
            return error;
        }

        if (MinimumVersion is not null)
        {
            scope.Require(MinimumVersion);
        }

        signature.RequireVersions(scope, values);
        self.ExpectAttributes(values.Length);
        for (var index = 0; index < values.Length; index++)
        {
            if (!signature.Parameters[index].IsHidden)
            {
                self.SetAttribute(signature.Parameters[index].Name, values[index]);
            }
        }

        var construction = new ModuleConstruction(scope, self, signature, values);
        if (mistyped is not null && Constructor is not null && (Mistyped is null ? mistyped : Mistyped(construction)) is { } refused)
        {
            return refused;
        }

        return Constructor?.Invoke(construction) is { } raised ? raised : NoneValue.Instance;
    }

    /// <summary>Runs <c>forward</c> on an instance.</summary>
    /// <param name="scope">Where the call happens.</param>
    /// <param name="self">The instance.</param>
    /// <param name="arguments">The arguments without <c>self</c>.</param>
    /// <returns>What it returned or raised.</returns>
    public CallResult Forward(TraceScope scope, IModuleInstance self, CallArguments arguments)
    {
        var signature = _forward ??= new Signature($"{ForwardOwner ?? ClassName}.forward", ForwardParameters, SignatureStyle.Python, hasSelf: true);
        if (signature.TryBind(arguments, out var values) is { } error)
        {
            return error;
        }

        signature.RequireVersions(scope, values);
        return Forwarding(new ModuleCall(scope, self, signature, values));
    }

    /// <summary>Runs another method on an instance.</summary>
    /// <param name="method">The method.</param>
    /// <param name="scope">Where the call happens.</param>
    /// <param name="self">The instance.</param>
    /// <param name="arguments">The arguments without <c>self</c>.</param>
    /// <returns>What it returned or raised.</returns>
    public CallResult Run(ModuleMethod method, TraceScope scope, IModuleInstance self, CallArguments arguments)
    {
        var signature = new Signature($"{ClassName}.{method.Name}", method.Parameters, SignatureStyle.Python, hasSelf: true);
        return signature.TryBind(arguments, out var values) is { } error ? error : method.Body(new ModuleCall(scope, self, signature, values));
    }
}

/// <summary>What a constructor does beyond setting attributes.</summary>
/// <param name="construction">The instance and the bound arguments.</param>
/// <returns>What it raised; null where nothing.</returns>
internal delegate OperatorError? ModuleConstructor(ModuleConstruction construction);

/// <summary>What <c>forward</c> does.</summary>
/// <param name="call">The instance and the bound arguments.</param>
/// <returns>What it returned or raised.</returns>
internal delegate CallResult ModuleForward(ModuleCall call);
