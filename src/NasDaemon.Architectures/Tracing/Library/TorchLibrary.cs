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
        known["torch.nan"] = new FloatValue(double.NaN);
        known["torch.e"] = new FloatValue(Math.E);
        AddElementTypes(known);
        AddFunction(known, "torch.is_tensor", "obj", call => BoolValue.Of(call[0] is TensorValue));
        AddFunction(known, "torch._assert", "condition message", Assert);
        AddFunction(known, "torch.manual_seed", "seed", _ => NoneValue.Instance);
        AddFunction(known, "torch.from_numpy", "ndarray", call => OperatorCatalogue.Default.TryFindFunction("torch.tensor", out var tensor)
            ? call.Interpreter.Calls.Call(new CatalogueFunctionValue(tensor), CallArguments.Of(call[0]))
            : null);
        AddFunction(known, "torch.compile", "model? * fullgraph? dynamic? backend? mode? options? disable?", Compile);
        AddFunction(known, "torch.version._require", "version", Require);
        known["torch.contiguous_format"] = new TextValue("torch.contiguous_format");
        known["torch.preserve_format"] = new TextValue("torch.preserve_format");
        known["torch.channels_last"] = new TextValue(TensorLayout.ChannelsLastName);
        AddFunction(known, "torch.autograd.Variable", "data? requires_grad? volatile?", call => call.Values[0] ?? call.Raise("TypeError", "Variable() takes a tensor"));
        AddWritten(known, "torch.amp", "autocast");
        foreach (var name in Written)
        {
            AddWritten(known, "torch._more", name);
        }

        foreach (var name in (string[])["set_num_threads", "set_printoptions", "set_flush_denormal", "set_float32_matmul_precision", "use_deterministic_algorithms", "seed"])
        {
            AddFunction(known, $"torch.{name}", "* **", _ => NoneValue.Instance);
        }

        AddFunction(known, "torch.cuda.is_available", "", _ => BoolValue.False);
        AddFunction(known, "torch.cuda.manual_seed", "seed", _ => NoneValue.Instance);
        AddFunction(known, "torch.cuda.manual_seed_all", "seed", _ => NoneValue.Instance);
        AddFunction(known, "torch.cuda.empty_cache", "", _ => NoneValue.Instance);
        AddFunction(known, "torch.cuda.device_count", "", _ => new IntegerValue(0));
        foreach (var path in OpenModules.Concat(UnsupportedNames.All))
        {
            known.TryAdd(path, new UnknownValue(path));
        }

        foreach (var name in OldInitialisers)
        {
            known[$"torch.nn.init.{name}"] = known[$"torch.nn.init.{name}_"];
        }

        AddAliases(known);
    }

    // Their names before PyTorch 0.4, which still work.
    private static IEnumerable<string> OldInitialisers =>
    [
        "constant", "dirac", "eye", "kaiming_normal", "kaiming_uniform", "normal", "orthogonal", "uniform", "xavier_normal", "xavier_uniform",
    ];

    private static IEnumerable<string> Written =>
    [
        "finfo", "iinfo", "get_default_dtype", "is_grad_enabled", "batch_norm", "instance_norm", "embedding", "diff",
        "BoolTensor", "ByteTensor", "DoubleTensor", "IntTensor", "LongTensor",
    ];

    private static IEnumerable<string> OpenModules =>
    [
        "torch.optim", "torch.distributed", "torch.autograd",
        "torch.nn.parallel", "torch.hub", "torch.profiler", "torch.random", "torch.distributions",
        "torch.onnx", "torch.quantization", "torch.multiprocessing", "torch.load", "torch.save", "torch.set_default_dtype",
        "torch.set_grad_enabled", "torch.Generator",
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
            known[$"torch.{name}"] = ElementTypeValue.Of(element);
        }
    }

    // A function or class of torch that is written in Python, in a module that is loaded where it is called.
    private static void AddWritten(Dictionary<string, Value> known, string module, string name) =>
        AddFunction(known, $"torch.{name}", "* **", call => call.Interpreter.Library.Find(module, name) is { } written
            ? call.Interpreter.Calls.Call(written, new CallArguments([.. call.Rest], call.Keywords))
            : null);

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
