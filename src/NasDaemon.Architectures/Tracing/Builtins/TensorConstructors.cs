using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Modules;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Builtins;

/// <summary>What calling PyTorch's classes that are no modules does.</summary>
internal static class TensorConstructors
{
    private static readonly BuiltinFunction TensorFunction = new("Tensor", "*", MakeTensor);
    private static readonly BuiltinFunction ParameterFunction = new("Parameter", "data requires_grad?", MakeParameter);
    private static readonly BuiltinFunction BufferFunction = new("Buffer", "data * persistent?", MakeBuffer);
    private static readonly BuiltinFunction DeviceFunction = new("device", "type index?", MakeDevice);

    /// <summary><c>torch.Tensor(2, 3)</c>, which has a size and no values yet, or <c>torch.Tensor([2, 3])</c>, which has these values.</summary>
    public static readonly NativeConstructor Tensor = (interpreter, _, arguments) => interpreter.Calls.Call(TensorFunction, arguments);

    /// <summary><c>nn.Parameter(data, requires_grad)</c>.</summary>
    public static readonly NativeConstructor Parameter = (interpreter, _, arguments) => interpreter.Calls.Call(ParameterFunction, arguments);

    /// <summary><c>nn.Buffer(data, persistent)</c>.</summary>
    public static readonly NativeConstructor Buffer = (interpreter, _, arguments) => interpreter.Calls.Call(BufferFunction, arguments);

    /// <summary><c>torch.device(name)</c>.</summary>
    public static readonly NativeConstructor Device = (interpreter, _, arguments) => interpreter.Calls.Call(DeviceFunction, arguments);

    private static Value? MakeTensor(BuiltinCall call) => call.Rest switch
    {
        [TensorValue tensor] => tensor,
        [SizeValue size] => Make(call, "torch.empty", CallArguments.Of(size)),
        [TupleValue or ListValue] => Make(call, "torch.tensor", AsFloats(call.Rest)),
        [InstanceValue { Type.Name: "ndarray" }] when OperatorCatalogue.Default.TryFindFunction("torch.tensor", out var tensor)
            => call.Interpreter.Calls.Call(new CatalogueFunctionValue(tensor), AsFloats(call.Rest)),
        [] => Make(call, "torch.empty", CallArguments.Of(new IntegerValue(0))),
        var sizes when sizes.All(size => size is IntegerValue) => Make(call, "torch.empty", new CallArguments([.. sizes], [])),
        var others => call.Raise("TypeError", $"new(): invalid data type '{others[0].TypeName}'"),
    };

    private static CallArguments AsFloats(IReadOnlyList<Value> values) => new([.. values], [new("dtype", ElementTypeValue.Of(ElementType.Float32))]);

    private static Value? Make(BuiltinCall call, string path, CallArguments arguments) => OperatorCatalogue.Default.TryFindFunction(path, out var function)
        ? call.Interpreter.State.Take(function.Call(call.Interpreter.State.Scope, arguments))
        : throw new ArgumentException($"The catalogue has no '{path}'.", nameof(path));

    private static Value? MakeParameter(BuiltinCall call)
    {
        if (call[0] is not TensorValue tensor)
        {
            return call.Raise("AttributeError", $"'{call[0].TypeName}' object has no attribute 'detach'");
        }

        var isTrainable = call.Optional(1) is not BoolValue { Value: false };
        return tensor is StateTensor known
            ? new StateTensor(known.Sizes, known.Type.Element, known.Initialisation, isParameter: true, isTrainable) { FirstValue = known.FirstValue }
            : StateTensors.From(call.Interpreter, tensor, isParameter: true, isTrainable);
    }

    private static Value? MakeBuffer(BuiltinCall call)
    {
        call.Interpreter.State.Scope.Require("2.5");
        if (call[0] is not TensorValue tensor)
        {
            return call.Raise("TypeError", $"'{call[0].TypeName}' object cannot become a buffer");
        }

        var isPersistent = call.Optional(1) is not BoolValue { Value: false };
        if (StateTensors.From(call.Interpreter, tensor, isParameter: false, isTrainable: false) is not { } made)
        {
            return null;
        }

        made.DeclaredPersistent = isPersistent;
        return made;
    }

    private static Value? MakeDevice(BuiltinCall call) => call[0] switch
    {
        DeviceValue device => device,
        TextValue text => new DeviceValue(text.Value),
        _ => call.Raise("TypeError", $"device(): argument 'type' must be str, not {call[0].TypeName}"),
    };
}
