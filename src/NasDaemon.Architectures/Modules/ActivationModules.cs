using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Modules;

/// <summary>Activation functions as modules.</summary>
internal static class ActivationModules
{
    private const string InPlace = "inplace: bool = False";

    /// <summary>The modules of the family.</summary>
    public static IEnumerable<ModuleDefinition> All =>
    [
        Simple("ReLU", "inplace: any = False", "relu"),
        Simple("ReLU6", InPlace, "hardtanh", ReluSixBounds),
        Simple("LeakyReLU", "negative_slope: any = 0.01, inplace: any = False", "leaky_relu"),
        Simple("ELU", "alpha: any = 1.0, inplace: any = False", "elu"),
        Simple("CELU", "alpha: any = 1.0, inplace: any = False", "celu"),
        Simple("SELU", InPlace, "selu"),
        Simple("GELU", "approximate: any = 'none'", "gelu"),
        Simple("SiLU", InPlace, "silu"),
        Simple("Mish", InPlace, "mish"),
        Simple("Hardswish", InPlace, "hardswish"),
        Simple("Hardsigmoid", InPlace, "hardsigmoid"),
        Simple("Hardtanh", "min_val: any = -1.0, max_val: any = 1.0, inplace: any = False", "hardtanh", HardtanhBounds),
        Simple("Sigmoid", "", "sigmoid"),
        Simple("Tanh", "", "tanh"),
        Simple("Softplus", "beta: any = 1, threshold: any = 20", "softplus"),
        Simple("Softsign", "", "softsign"),
        Simple("Tanhshrink", "", "tanhshrink"),
        Simple("LogSigmoid", "", "logsigmoid"),
        Simple("Hardshrink", "lambd: any = 0.5", "hardshrink"),
        Simple("Softshrink", "lambd: any = 0.5", "softshrink"),
        Simple("Threshold", "threshold: any, value: any, inplace: any = False", "threshold"),
        Simple("RReLU", "lower: any = 0.125, upper: any = 0.3333333333333333, inplace: any = False", "rrelu"),
        Simple("GLU", "dim: any = -1", "glu"),
        Simple("Softmax", "dim: any = None", "softmax"),
        Simple("LogSoftmax", "dim: any = None", "log_softmax"),
        Simple("Softmin", "dim: any = None", "softmin"),
        new("torch.nn.Softmax2d", "") { Forwarding = ChannelSoftmax },
        new("torch.nn.PReLU", "num_parameters: int = 1, init: float = 0.25, ~device: any = None, ~dtype: any = None")
        {
            Constructor = ParametricRelu,
            Forwarding = ModuleForwards.To("torch.nn.functional.prelu"),
        },
    ];

    private static ModuleDefinition Simple(string name, string parameters, string function, ModuleConstructor? constructor = null) =>
        new($"torch.nn.{name}", parameters)
        {
            Constructor = constructor,
            Forwarding = ModuleForwards.To($"torch.nn.functional.{(name == "ReLU6" ? "relu6" : function)}"),
        };

    private static OperatorError? ReluSixBounds(ModuleConstruction construction)
    {
        construction.Self.SetAttribute("min_val", new FloatValue(0));
        construction.Self.SetAttribute("max_val", new FloatValue(6));
        return null;
    }

    private static OperatorError? HardtanhBounds(ModuleConstruction construction) =>
        construction.Float("max_val") > construction.Float("min_val")
            ? null
            : new OperatorError(NasDaemon.Abstractions.Failures.FailureClass.WrongArguments, "AssertionError", "");

    private static OperatorError? ParametricRelu(ModuleConstruction construction)
    {
        var initial = new ConstantInitialisation(construction.Float("init"));
        construction.Self.RegisterParameter("weight", StateFactory.Parameter(initial, construction.Integer("num_parameters")));
        return null;
    }

    private static CallResult ChannelSoftmax(ModuleCall call) => call.Input is TensorValue { Shape.Length: 3 or 4 } input
        ? call.Call("torch.softmax", [], input, new IntegerValue(-3))
        : new OperatorError(
            NasDaemon.Abstractions.Failures.FailureClass.ShapeMismatch,
            "AssertionError",
            "Softmax2d requires a 3D or 4D tensor as input");
}
