using NasDaemon.Architectures.Tracing.Modules;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Builtins;

/// <summary>What calling PyTorch's classes that are no modules does.</summary>
internal static class TensorConstructors
{
    private static readonly BuiltinFunction ParameterFunction = new("Parameter", "data requires_grad?", MakeParameter);
    private static readonly BuiltinFunction DeviceFunction = new("device", "type index?", MakeDevice);

    /// <summary><c>nn.Parameter(data, requires_grad)</c>.</summary>
    public static readonly NativeConstructor Parameter = (interpreter, _, arguments) => interpreter.Calls.Call(ParameterFunction, arguments);

    /// <summary><c>torch.device(name)</c>.</summary>
    public static readonly NativeConstructor Device = (interpreter, _, arguments) => interpreter.Calls.Call(DeviceFunction, arguments);

    private static Value? MakeParameter(BuiltinCall call)
    {
        if (call[0] is not TensorValue tensor)
        {
            return call.Raise("TypeError", $"'{call[0].TypeName}' object cannot become a parameter");
        }

        var isTrainable = call.Optional(1) is not BoolValue { Value: false };
        return tensor is StateTensor known
            ? new StateTensor(known.Sizes, known.Type.Element, known.Initialisation, isParameter: true, isTrainable)
            : StateTensors.From(call.Interpreter, tensor, isParameter: true, isTrainable);
    }

    private static Value? MakeDevice(BuiltinCall call) => call[0] switch
    {
        DeviceValue device => device,
        TextValue text => new DeviceValue(text.Value),
        _ => call.Raise("TypeError", $"device(): argument 'type' must be str, not {call[0].TypeName}"),
    };
}
