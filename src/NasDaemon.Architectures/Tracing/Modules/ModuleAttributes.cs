using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Modules;

/// <summary>Sets attributes of modules as <c>nn.Module.__setattr__</c> does: parameters, children and buffers are registered.</summary>
/// <param name="interpreter">The interpreter.</param>
internal sealed class ModuleAttributes(Interpreter interpreter)
{
    /// <summary>The name of a value's type, as <c>torch.typename</c> shows it.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The name.</returns>
    public static string TypeName(Value value) => value switch
    {
        ClassValue { DefiningModule: { } module } type => $"{module}.{type.QualifiedName}",
        ClassValue type => type.Name,
        InstanceValue { Type.DefiningModule: { } module } instance => $"{module}.{instance.Type.QualifiedName}",
        StateTensor { IsParameter: true } => "torch.nn.parameter.Parameter",
        TensorValue => "torch.FloatTensor",
        _ => value.TypeName,
    };

    /// <summary>Sets an attribute.</summary>
    /// <param name="module">The module.</param>
    /// <param name="name">The attribute.</param>
    /// <param name="value">Its value.</param>
    /// <returns>False where an error was raised.</returns>
    public bool Write(ModuleInstance module, string name, Value value)
    {
        if (!interpreter.State.Charge(1))
        {
            return false;
        }

        switch (value)
        {
            case StateTensor { IsParameter: true } parameter:
                if (!module.IsReady)
                {
                    return Fail("AttributeError", "cannot assign parameters before Module.__init__() call");
                }

                module.Forget(name, module.Parameters);
                module.RegisterParameter(name, parameter);
                return true;
            case StateTensor { DeclaredPersistent: { } isPersistent } buffer:
                if (!module.IsReady)
                {
                    return Fail("AttributeError", "cannot assign buffer before Module.__init__() call");
                }

                module.Forget(name, module.Buffers);
                module.RegisterBuffer(name, buffer);
                if (!isPersistent)
                {
                    module.TransientBuffers.Add(name);
                }

                return true;
            case ModuleInstance child when !module.IsParameter(name):
                if (!module.IsReady)
                {
                    return Fail("AttributeError", "cannot assign module before Module.__init__() call");
                }

                module.Forget(name, module.Children);
                module.Children[name] = child;
                return true;
        }

        if (module.IsParameter(name))
        {
            return WriteNone(module.Parameters, name, value, "parameter", "torch.nn.Parameter");
        }

        if (module.IsChild(name))
        {
            return WriteNone(module.Children, name, value, "child module", "torch.nn.Module");
        }

        if (module.IsBuffer(name))
        {
            return WriteBuffer(module, name, value);
        }

        module.Attributes[name] = value;
        return true;
    }

    private bool WriteNone(NameTable table, string name, Value value, string what, string expected)
    {
        if (value is not NoneValue)
        {
            return Fail("TypeError", $"cannot assign '{TypeName(value)}' as {what} '{name}' ({expected} or None expected)");
        }

        table[name] = value;
        return true;
    }

    private bool WriteBuffer(ModuleInstance module, string name, Value value)
    {
        if (value is not (NoneValue or TensorValue))
        {
            return Fail("TypeError", $"cannot assign '{TypeName(value)}' as buffer '{name}' (torch.Tensor or None expected)");
        }

        if (value is NoneValue || !interpreter.State.Scope.InForward)
        {
            return ModuleMethods.WriteBuffer(interpreter, module, name, value);
        }

        // What forward() computes into a buffer is seen by what follows; the stored value only changes what the next batch sees.
        module.Attributes[name] = value;
        return true;
    }

    private bool Fail(string type, string message)
    {
        interpreter.State.Raise(type, message);
        return false;
    }
}
