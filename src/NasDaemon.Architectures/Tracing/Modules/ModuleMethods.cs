using System.Collections.Immutable;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Operators.Information;
using NasDaemon.Architectures.Tracing.Builtins;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Library;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Modules;

/// <summary>The methods of <c>nn.Module</c>.</summary>
internal static class ModuleMethods
{
    /// <summary><c>nn.Module.__getattr__</c>.</summary>
    public static readonly BuiltinFunction GetRegistered = new("__getattr__", "self name", FindRegistered, isMethod: true);

    private static readonly FunctionOwner Owner = new("Module", IsPython: true);

    private static readonly string[] Unchanged =
    [
        "train", "eval", "to", "cpu", "cuda", "float", "double", "half", "bfloat16", "type", "share_memory", "zero_grad",
    ];

    /// <summary>All of them by name.</summary>
    /// <returns>The table.</returns>
    public static Dictionary<string, Value> Table()
    {
        var table = new Dictionary<string, Value>(StringComparer.Ordinal);
        void Add(string name, string parameters, BuiltinBody body) => table[name] = new BuiltinFunction(name, $"self {parameters}", body, isMethod: true) { Owner = Owner };

        Add("__init__", "", Initialise);
        Add("__setattr__", "name value", call => call.Text(1) is { } name && call.Interpreter.AttributeWriter.WriteDirectly(call[0], name, call[2]) ? NoneValue.Instance : null);
        Add("register_parameter", "name param", call => Register(call, RegisterParameter));
        Add("register_buffer", "name tensor persistent?", call => Register(call, AddBuffer));
        Add("add_module", "name module", call => Register(call, AddChild));
        Add("register_module", "name module", call => Register(call, AddChild));
        Add("parameters", "recurse?", call => ModuleTree.Tensors(call, withNames: false, buffers: false));
        Add("named_parameters", "prefix? recurse?", call => ModuleTree.Tensors(call, withNames: true, buffers: false));
        Add("buffers", "recurse?", call => ModuleTree.Tensors(call, withNames: false, buffers: true));
        Add("named_buffers", "prefix? recurse?", call => ModuleTree.Tensors(call, withNames: true, buffers: true));
        Add("children", "", call => ModuleTree.Children((ModuleInstance)call[0], withNames: false));
        Add("named_children", "", call => ModuleTree.Children((ModuleInstance)call[0], withNames: true));
        Add("modules", "", call => ModuleTree.Modules(call, withNames: false));
        Add("named_modules", "memo? prefix? remove_duplicate?", call => ModuleTree.Modules(call, withNames: true));
        Add("get_submodule", "target", GetSubmodule);
        Add("get_parameter", "target", GetSubmodule);
        Add("get_buffer", "target", GetSubmodule);
        Add("state_dict", "* destination? prefix? keep_vars?", StateDictionary.Read);
        Add("load_state_dict", "state_dict strict?", StateDictionary.Write);
        Add("register_forward_hook", "hook prepend? with_kwargs? always_call?", call => AddHook(call, ((ModuleInstance)call[0]).HooksAfter));
        Add("register_forward_pre_hook", "hook prepend? with_kwargs?", call => AddHook(call, ((ModuleInstance)call[0]).HooksBefore));
        foreach (var name in new[] { "register_backward_hook", "register_full_backward_hook", "register_load_state_dict_post_hook", "_register_load_state_dict_pre_hook", "_register_state_dict_hook" })
        {
            Add(name, "hook with_module?", call => AddHook(call, []));
        }

        Add("apply", "fn", Apply);
        Add("requires_grad_", "requires_grad?", SetTrainable);
        Add("extra_repr", "", _ => new TextValue(string.Empty));
        Add("_get_name", "", call => new TextValue(((ModuleInstance)call[0]).ClassName));
        table["compile"] = new BuiltinFunction("compile", "self * **", Compile, isMethod: true);
        foreach (var name in Unchanged)
        {
            table[name] = new BuiltinFunction(name, "self * **", Unchange, isMethod: true);
        }

        return table;
    }

    /// <summary>Registers a tensor, or <c>None</c>, as a buffer.</summary>
    /// <param name="interpreter">The interpreter.</param>
    /// <param name="module">The module.</param>
    /// <param name="name">The buffer's name.</param>
    /// <param name="value">The tensor or <c>None</c>.</param>
    /// <returns>False where an error was raised.</returns>
    public static bool WriteBuffer(Interpreter interpreter, ModuleInstance module, string name, Value value)
    {
        if (value is not TensorValue tensor)
        {
            module.RegisterBuffer(name, null);
            return true;
        }

        if (StateTensors.From(interpreter, tensor, isParameter: false, isTrainable: false) is not { } buffer)
        {
            return false;
        }

        module.RegisterBuffer(name, buffer);
        return true;
    }

    private static NoneValue Compile(BuiltinCall call)
    {
        call.Interpreter.State.Scope.Require("2.2");
        return NoneValue.Instance;
    }

    private static Value? Unchange(BuiltinCall call)
    {
        if (call[0] is ModuleInstance { IsReady: false } early)
        {
            return call.Raise("AttributeError", $"'{early.TypeName}' object has no attribute '_modules'");
        }

        var isMoved = call.Name == "cuda" || (call.Name == "to" && (Devices.IsForeign(call.Rest) || call.Keywords.Any(keyword => Devices.IsForeign([keyword.Value]))));
        return isMoved ? call.Raise("AssertionError", Devices.Absent) : call[0];
    }

    private static Value? Initialise(BuiltinCall call)
    {
        if (call[0] is not ModuleInstance module)
        {
            return call.Raise("TypeError", "Module.__init__() takes a module");
        }

        module.IsReady = true;
        return NoneValue.Instance;
    }

    private static Value? FindRegistered(BuiltinCall call) =>
        call[0] is ModuleInstance module && call[1] is TextValue name
            ? module.FindRegistered(name.Value) ?? call.Raise("AttributeError", $"'{module.TypeName}' object has no attribute '{name.Value}'")
            : call.Raise("TypeError", "__getattr__() takes a module and a name");

    private static Value? Register(BuiltinCall call, Func<BuiltinCall, ModuleInstance, string, Value?> register)
    {
        if (call[0] is not ModuleInstance module || call[1] is not TextValue name)
        {
            return call.Raise("TypeError", $"{(call.Name == "register_buffer" ? "buffer" : "module")} name should be a string. Got {call[1].TypeName}");
        }

        if (!module.IsReady)
        {
            return call.Raise("AttributeError", $"cannot assign {call.Name.Split('_')[^1]} before Module.__init__() call");
        }

        if (name.Value.Contains('.', StringComparison.Ordinal) || name.Value.Length == 0)
        {
            var what = call.Name switch
            {
                "register_buffer" => "buffer",
                "register_parameter" => "parameter",
                _ => "module",
            };
            var text = name.Value.Length == 0 ? $"{what} name can't be empty string \"\"" : $"{what} name can't contain \".\"";
            return call.Raise("KeyError", Representations.Quote(what == "module" && name.Value.Length > 0 ? $"{text}, got: {name.Value}" : text));
        }

        return call.Interpreter.State.Charge(1) ? register(call, module, name.Value) : null;
    }

    private static Value? RegisterParameter(BuiltinCall call, ModuleInstance module, string name)
    {
        if (call[2] is not (NoneValue or StateTensor { IsParameter: true }))
        {
            return call.Raise(
                "TypeError", $"cannot assign '{ModuleAttributes.TypeName(call[2])}' object to parameter '{name}' (torch.nn.Parameter or None required)");
        }

        module.RegisterParameter(name, call[2] as StateTensor);
        return NoneValue.Instance;
    }

    private static Value? AddBuffer(BuiltinCall call, ModuleInstance module, string name)
    {
        if (call[2] is not (NoneValue or TensorValue))
        {
            return call.Raise(
                "TypeError", $"cannot assign '{ModuleAttributes.TypeName(call[2])}' object to buffer '{name}' (torch Tensor or None required)");
        }

        if (!WriteBuffer(call.Interpreter, module, name, call[2]))
        {
            return null;
        }

        if (call.Optional(3) is BoolValue { Value: false })
        {
            module.TransientBuffers.Add(name);
        }

        return NoneValue.Instance;
    }

    private static Value? AddChild(BuiltinCall call, ModuleInstance module, string name)
    {
        if (call[2] is not (NoneValue or ModuleInstance))
        {
            return call.Raise("TypeError", $"{ModuleAttributes.TypeName(call[2])} is not a Module subclass");
        }

        if (module.GetAttribute(name) is not null && !module.Children.ContainsKey(name))
        {
            return call.Raise("KeyError", Representations.Quote($"attribute '{name}' already exists"));
        }

        module.Children[name] = call[2];
        return NoneValue.Instance;
    }

    // What it returns takes the hook away again.
    private static InstanceValue AddHook(BuiltinCall call, List<Value> hooks)
    {
        var hook = call[1];
        hooks.Add(hook);
        return new InstanceValue(CoreTypes.Object) { Attributes = { ["remove"] = new BuiltinFunction("remove", string.Empty, _ => Remove(hooks, hook)) } };
    }

    private static NoneValue Remove(List<Value> hooks, Value hook)
    {
        hooks.Remove(hook);
        return NoneValue.Instance;
    }

    private static Value? GetSubmodule(BuiltinCall call)
    {
        if (call.Text(1) is not { } path)
        {
            return null;
        }

        var current = call[0];
        foreach (var name in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (call.Interpreter.Attributes.Read(current, name) is not { } next)
            {
                return null;
            }

            current = next;
        }

        return current;
    }

    private static Value? Apply(BuiltinCall call)
    {
        var interpreter = call.Interpreter;
        foreach (var (_, module) in ModuleTree.Walk(call.Interpreter.State, (ModuleInstance)call[0]).Reverse().ToImmutableArray())
        {
            if (interpreter.Calls.Call(call[1], CallArguments.Of(module)) is null)
            {
                return null;
            }
        }

        return call[0];
    }

    private static Value? SetTrainable(BuiltinCall call)
    {
        var isTrainable = call.Values[1] is not BoolValue { Value: false };
        foreach (var (_, module) in ModuleTree.Walk(call.Interpreter.State, (ModuleInstance)call[0]))
        {
            foreach (var parameter in module.Parameters.Values.OfType<StateTensor>())
            {
                parameter.IsTrainable = isTrainable;
            }
        }

        return call[0];
    }
}
