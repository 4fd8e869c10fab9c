using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Builtins;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Library;

/// <summary>What <c>torch</c> has beside operators and modules.</summary>
internal static class TorchLibrary
{
    private static readonly ClassValue NoGradient = new("no_grad", [CoreTypes.Object], CoreTypes.Object.ResolutionOrder)
    {
        DefiningModule = "torch.autograd.grad_mode",
        Attributes = MethodTable.Of(
            ("__enter__", "", call => call[0]),
            ("__exit__", "type? value? traceback?", _ => BoolValue.False),
            ("__call__", "function", call => call[1])),
    };

    /// <summary>Adds it to the library.</summary>
    /// <param name="known">Takes values by their full path.</param>
    public static void Add(Dictionary<string, Value> known)
    {
        known["torch.Tensor"] = TensorTypes.Tensor;
        known["torch.FloatTensor"] = TensorTypes.Tensor;
        known["torch.nn.Parameter"] = TensorTypes.Parameter;
        known["torch.nn.parameter.Parameter"] = TensorTypes.Parameter;
        known["torch.nn.Buffer"] = TensorTypes.Buffer;
        known["torch.nn.parameter.Buffer"] = TensorTypes.Buffer;
        known["torch.dtype"] = TensorTypes.ElementType;
        known["torch.device"] = TensorTypes.Device;
        known["torch.Size"] = CoreTypes.Size;
        known["torch.no_grad"] = NoGradient;
        known["torch.enable_grad"] = NoGradient;
        known["torch.inference_mode"] = NoGradient;
        known["torch.__version__"] = new TextValue("1.13.1");
        known["torch.pi"] = new FloatValue(Math.PI);
        known["torch.inf"] = new FloatValue(double.PositiveInfinity);
        AddElementTypes(known);
        AddFunction(known, "torch.is_tensor", "obj", call => BoolValue.Of(call[0] is TensorValue));
        AddFunction(known, "torch._assert", "condition message", Assert);
        AddFunction(known, "torch.manual_seed", "seed", _ => NoneValue.Instance);
        AddFunction(known, "torch.from_numpy", "ndarray", call => OperatorCatalogue.Default.TryFindFunction("torch.tensor", out var tensor)
            ? call.Interpreter.Calls.Call(new CatalogueFunctionValue(tensor), CallArguments.Of(call[0]))
            : null);
        AddFunction(known, "torch.compile", "model? * fullgraph? dynamic? backend? mode? options? disable?", Compile);
        AddFunction(known, "torch.version._require", "version", Require);
        AddFunction(known, "torch.autocast", "* **", call => call.Interpreter.Library.Find("torch.amp", "autocast") is { } autocast
            ? call.Interpreter.Calls.Call(autocast, new CallArguments([.. call.Rest], [.. call.Keywords]))
            : null);
        AddFunction(known, "torch.cuda.is_available", "", _ => BoolValue.False);
        AddFunction(known, "torch.cuda.manual_seed", "seed", _ => NoneValue.Instance);
        AddFunction(known, "torch.cuda.manual_seed_all", "seed", _ => NoneValue.Instance);
        AddFunction(known, "torch.cuda.empty_cache", "", _ => NoneValue.Instance);
        AddFunction(known, "torch.cuda.device_count", "", _ => new IntegerValue(0));
        foreach (var path in OpenModules)
        {
            known.TryAdd(path, new UnknownValue(path));
        }

        AddAliases(known);
    }

    private static IEnumerable<string> OpenModules =>
    [
        "torch.optim", "torch.distributed", "torch.autograd",
        "torch.nn.parallel", "torch.hub", "torch.profiler", "torch.random", "torch.distributions",
        "torch.onnx", "torch.quantization", "torch.multiprocessing", "torch.load", "torch.save", "torch.set_default_dtype",
        "torch.set_grad_enabled", "torch.Generator",
        "torch.nn.FractionalMaxPool2d", "torch.nn.FractionalMaxPool3d", "torch.nn.AdaptiveLogSoftmaxWithLoss", "torch.nn.CrossMapLRN2d",
        "torch.nn.DataParallel", "torch.nn.functional.fractional_max_pool2d", "torch.nn.functional.fractional_max_pool3d",
        "torch.nn.functional.ctc_loss",
    ];

    // For the modules that are written in Python.
    private static NoneValue? Require(BuiltinCall call)
    {
        if (call.Text(0) is not { } version)
        {
            return null;
        }

        call.Interpreter.State.Scope.Require(version);
        return NoneValue.Instance;
    }

    // What is compiled computes the same. Without a model it decorates one.
    private static Value Compile(BuiltinCall call)
    {
        call.Interpreter.State.Scope.Require("2.0");
        return call.Optional(0) ?? new BuiltinFunction("compile", "model", inner => inner[0]);
    }

    private static Value? Assert(BuiltinCall call) => call.Interpreter.Truth.Test(call[0]) switch
    {
        true => NoneValue.Instance,
        false => call.Text(1) is { } message ? call.Raise("AssertionError", message) : null,
        null => null,
    };

    private static void AddElementTypes(Dictionary<string, Value> known)
    {
        foreach (var (name, element) in ElementTypes.Names)
        {
            known[$"torch.{name}"] = new ElementTypeValue(element);
        }
    }

    private static void AddFunction(Dictionary<string, Value> known, string path, string parameters, BuiltinBody body) =>
        known[path] = new BuiltinFunction(path[(path.LastIndexOf('.') + 1)..], parameters, body);

    // torch.nn.modules.conv.Conv2d and its like are other paths to the same classes.
    private static void AddAliases(Dictionary<string, Value> known)
    {
        string[] files =
        [
            "module", "container", "conv", "linear", "activation", "batchnorm", "pooling", "dropout", "normalization", "padding", "flatten", "instancenorm",
            "upsampling", "loss", "transformer", "rnn", "sparse", "pixelshuffle", "fold",
        ];
        foreach (var (path, value) in known.ToArray())
        {
            if (value is not ClassValue type || path != $"torch.nn.{type.Name}")
            {
                continue;
            }

            known.TryAdd($"torch.nn.modules.{type.Name}", type);
            foreach (var file in files)
            {
                known.TryAdd($"torch.nn.modules.{file}.{type.Name}", type);
            }
        }
    }
}
