using NasDaemon.Architectures.Operators;

namespace NasDaemon.Architectures.Modules;

/// <summary>Linear layers as modules.</summary>
internal static class LinearModules
{
    private const string Factory = ", ~device: any = None, ~dtype: any = None";

    /// <summary>The modules of the family.</summary>
    public static IEnumerable<ModuleDefinition> All =>
    [
        Linear("torch.nn.Linear"),
        Linear("torch.nn.modules.linear.NonDynamicallyQuantizableLinear"),
        new("torch.nn.Bilinear", "in1_features: int, in2_features: int, out_features: int, bias: any = True" + Factory)
        {
            Constructor = Bilinear,
            ForwardParameters = "input1, input2",
            Forwarding = call => call.Call(
                "torch.nn.functional.bilinear", [], call["input1"], call["input2"], call.Attribute("weight"), call.Attribute("bias")),
        },
        new("torch.nn.Identity", "*args: any, **") { Forwarding = ModuleForwards.Identity },
    ];

    private static ModuleDefinition Linear(string path) => new(path, "in_features: int, out_features: int, bias: any = True" + Factory)
    {
        ConstructorOwner = "Linear",
        ForwardOwner = "Linear",
        Constructor = Construct,
        Mistyped = MistypedSizes.Linear,
        Forwarding = ModuleForwards.To("torch.nn.functional.linear"),
    };

    private static OperatorError? Construct(ModuleConstruction construction)
    {
        var (inputs, outputs) = (construction.Integer("in_features"), construction.Integer("out_features"));
        if (inputs < 0 || outputs < 0)
        {
            return OperatorError.Runtime($"Trying to create tensor with negative dimension {Math.Min(inputs, outputs)}: [{outputs}, {inputs}]");
        }

        construction.Self.RegisterParameter("weight", StateFactory.Parameter(StateFactory.FanIn(inputs), outputs, inputs));
        construction.Self.RegisterParameter(
            "bias",
            ModuleArguments.IsTrue(construction["bias"]) ? StateFactory.Parameter(StateFactory.FanIn(inputs), outputs) : null);
        return null;
    }

    private static OperatorError? Bilinear(ModuleConstruction construction)
    {
        var (first, second, outputs) =
            (construction.Integer("in1_features"), construction.Integer("in2_features"), construction.Integer("out_features"));
        construction.Self.RegisterParameter("weight", StateFactory.Parameter(StateFactory.FanIn(first), outputs, first, second));
        construction.Self.RegisterParameter(
            "bias",
            ModuleArguments.IsTrue(construction["bias"]) ? StateFactory.Parameter(StateFactory.FanIn(first), outputs) : null);
        return null;
    }
}
