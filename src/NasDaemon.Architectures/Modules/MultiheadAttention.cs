using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Modules;

/// <summary><c>nn.MultiheadAttention</c>.</summary>
internal static class MultiheadAttention
{
    private static readonly string[] SeparateNames = ["q_proj_weight", "k_proj_weight", "v_proj_weight"];

    /// <summary>Registers the projections.</summary>
    /// <param name="construction">The instance and the bound arguments.</param>
    /// <returns>What it raised; null where nothing.</returns>
    public static OperatorError? Construct(ModuleConstruction construction)
    {
        var (self, width, heads) = (construction.Self, construction.Integer("embed_dim"), construction.Integer("num_heads"));
        if (heads == 0)
        {
            return new OperatorError(FailureClass.RaisedError, "ZeroDivisionError", "integer division or modulo by zero");
        }

        if (width % heads != 0)
        {
            return new OperatorError(FailureClass.WrongArguments, "AssertionError", "embed_dim must be divisible by num_heads");
        }

        var keys = construction["kdim"] is IntegerValue keyWidth ? keyWidth.Traced : width;
        var values = construction["vdim"] is IntegerValue valueWidth ? valueWidth.Traced : width;
        self.SetAttribute("kdim", new IntegerValue(keys));
        self.SetAttribute("vdim", new IntegerValue(values));
        self.SetAttribute("head_dim", new IntegerValue(width / heads));
        self.SetAttribute("_qkv_same_embed_dim", BoolValue.Of(keys == width && values == width));
        RegisterProjections(self, width, keys, values);
        var hasBias = ModuleArguments.IsTrue(construction["bias"]);
        self.RegisterParameter("in_proj_bias", hasBias ? StateFactory.Parameter(new ConstantInitialisation(0), 3 * width) : null);
        return RegisterOutput(construction, width, hasBias);
    }

    /// <summary>Runs the attention.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The output and the weights.</returns>
    public static CallResult Forward(ModuleCall call)
    {
        var steps = new Composition(call.Scope);
        var inputs = Inputs(call, steps, out var isBatchFirst);
        var arguments = new List<KeywordArgument>
        {
            new("training", TrainingFlagValue.Instance),
            new("key_padding_mask", call["key_padding_mask"]),
            new("need_weights", BoolValue.Of(ModuleArguments.IsTrue(call["need_weights"]))),
            new("attn_mask", call["attn_mask"]),
            new("average_attn_weights", BoolValue.Of(ModuleArguments.IsTrue(call["average_attn_weights"]))),
            new("use_separate_proj_weight", BoolValue.Of(call.Attribute("in_proj_weight") is NoneValue)),
        };
        arguments.AddRange(SeparateNames.Select(name => new KeywordArgument(name, call.Attribute(name))));
        var output = call.Attribute("out_proj") as IModuleInstance;
        var result = steps.Call("torch.nn.functional.multi_head_attention_forward", new CallArguments(
            [
                inputs[0], inputs[1], inputs[2], call.Attribute("embed_dim"), call.Attribute("num_heads"),
                call.Attribute("in_proj_weight"), call.Attribute("in_proj_bias"), call.Attribute("bias_k"), call.Attribute("bias_v"),
                BoolValue.Of(ModuleArguments.IsTrue(call.Attribute("add_zero_attn"))), call.Attribute("dropout"),
                output?.GetAttribute("weight") ?? NoneValue.Instance, output?.GetAttribute("bias") ?? NoneValue.Instance,
            ],
            [.. arguments]));
        return isBatchFirst && result is TupleValue pair
            ? steps.Result(new TupleValue([steps.Call("torch.transpose", pair.Items[0], new IntegerValue(1), new IntegerValue(0)), pair.Items[1]]))
            : steps.Result(result);
    }

    private static void RegisterProjections(IModuleInstance self, long width, long keys, long values)
    {
        if (keys == width && values == width)
        {
            self.RegisterParameter("in_proj_weight", StateFactory.Parameter(Xavier(3 * width, width), 3 * width, width));
            foreach (var name in SeparateNames)
            {
                self.RegisterParameter(name, null);
            }

            return;
        }

        long[] widths = [width, keys, values];
        for (var index = 0; index < widths.Length; index++)
        {
            self.RegisterParameter(SeparateNames[index], StateFactory.Parameter(Xavier(width, widths[index]), width, widths[index]));
        }

        self.RegisterParameter("in_proj_weight", null);
    }

    private static OperatorError? RegisterOutput(ModuleConstruction construction, long width, bool hasBias)
    {
        var self = construction.Self;
        var size = new IntegerValue(width);
        var arguments = new CallArguments([size, size], [new KeywordArgument("bias", BoolValue.Of(hasBias))]);
        if (self.AddModule("out_proj", "torch.nn.modules.linear.NonDynamicallyQuantizableLinear", arguments) is { } error)
        {
            return error;
        }

        if (hasBias && (self.GetAttribute("out_proj") as IModuleInstance)?.GetAttribute("bias") is StateTensor bias)
        {
            bias.Initialisation = new ConstantInitialisation(0);
        }

        var addsBias = ModuleArguments.IsTrue(construction["add_bias_kv"]);
        foreach (var name in (ReadOnlySpan<string>)["bias_k", "bias_v"])
        {
            var initial = new NormalInitialisation(0, Math.Sqrt(2.0 / (2 * width)));
            self.RegisterParameter(name, addsBias ? StateFactory.Parameter(initial, 1, 1, width) : null);
        }

        return null;
    }

    private static Value[] Inputs(ModuleCall call, Composition steps, out bool isBatchFirst)
    {
        Value[] inputs = [call["query"], call["key"], call["value"]];
        isBatchFirst = ModuleArguments.IsTrue(call.Attribute("batch_first")) && inputs[0] is TensorValue { Shape.Length: 3 };
        if (!isBatchFirst)
        {
            return inputs;
        }

        var turned = new Dictionary<Value, Value>(ReferenceEqualityComparer.Instance);
        for (var index = 0; index < inputs.Length; index++)
        {
            if (!turned.TryGetValue(inputs[index], out var other))
            {
                other = inputs[index] is TensorValue { Shape.Length: >= 2 }
                    ? steps.Call("torch.transpose", inputs[index], new IntegerValue(1), new IntegerValue(0))
                    : inputs[index];
                turned[inputs[index]] = other;
            }

            inputs[index] = other;
        }

        return inputs;
    }

    private static UniformInitialisation Xavier(long rows, long columns)
    {
        var bound = Math.Sqrt(6.0 / (rows + columns));
        return new UniformInitialisation(-bound, bound);
    }
}
