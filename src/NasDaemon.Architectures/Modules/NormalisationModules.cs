using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Operators;

namespace NasDaemon.Architectures.Modules;

/// <summary>Normalisation layers as modules.</summary>
internal static class NormalisationModules
{
    private const string Factory = ", ~device: any = None, ~dtype: any = None";
    private const string Batch = "num_features: int, eps: any = 1e-5, momentum: any = 0.1, affine: any = True, track_running_stats: any = True" + Factory;
    private const string Instance = "num_features: int, eps: any = 1e-5, momentum: any = 0.1, affine: any = False, track_running_stats: any = False" + Factory;

    /// <summary>The modules of the family.</summary>
    public static IEnumerable<ModuleDefinition> All =>
    [
        BatchNorm(1, "2D or 3D", 2, 3), BatchNorm(2, "4D", 4, 4), BatchNorm(3, "5D", 5, 5),
        InstanceNorm(1, "2D or 3D", 2), InstanceNorm(2, "3D or 4D", 3), InstanceNorm(3, "4D or 5D", 4),
        new("torch.nn.LayerNorm", "normalized_shape: int[1], eps: any = 1e-5, elementwise_affine: any = True, ~bias@2.1: any = True" + Factory)
        {
            Constructor = Layer,
            Mistyped = MistypedSizes.Shape,
            Forwarding = ModuleForwards.To("torch.nn.functional.layer_norm"),
        },
        new("torch.nn.RMSNorm", "normalized_shape: int[1], eps: any = None, elementwise_affine: any = True" + Factory)
        {
            MinimumVersion = "2.4",
            Constructor = RootMeanSquare,
            Forwarding = ModuleForwards.To("torch.nn.functional.rms_norm"),
        },
        new("torch.nn.SyncBatchNorm", Batch.Replace(Factory, ", ~process_group: any = None" + Factory, StringComparison.Ordinal))
        {
            ConstructorOwner = "SyncBatchNorm",
            ForwardOwner = "SyncBatchNorm",
            Constructor = RunningStatistics,
            Forwarding = _ => OperatorError.Value("SyncBatchNorm expected input tensor to be on GPU"),
        },
        new("torch.nn.GroupNorm", "num_groups: int, num_channels: int, eps: any = 1e-5, affine: any = True" + Factory)
        {
            Constructor = Group,
            Mistyped = MistypedSizes.Groups,
            Forwarding = ModuleForwards.To("torch.nn.functional.group_norm"),
        },
        new("torch.nn.LocalResponseNorm", "size: int, alpha: any = 1e-4, beta: any = 0.75, k: any = 1.0")
        {
            Forwarding = ModuleForwards.To("torch.nn.functional.local_response_norm"),
        },
    ];

    private static ModuleDefinition BatchNorm(int spatial, string ranks, int least, int most) => new($"torch.nn.BatchNorm{spatial}d", Batch)
    {
        ConstructorOwner = "_BatchNorm",
        ForwardOwner = "_BatchNorm",
        Constructor = RunningStatistics,
        Mistyped = MistypedSizes.Features,
        Forwarding = call => NormalisationForward.Batch(call, ranks, least, most),
    };

    private static ModuleDefinition InstanceNorm(int spatial, string ranks, int least) => new($"torch.nn.InstanceNorm{spatial}d", Instance)
    {
        ConstructorOwner = "_InstanceNorm",
        ForwardOwner = "_InstanceNorm",
        Constructor = RunningStatistics,
        Mistyped = MistypedSizes.Features,
        Forwarding = call => NormalisationForward.Instance(call, ranks, least),
    };

    private static OperatorError? RunningStatistics(ModuleConstruction construction)
    {
        var self = construction.Self;
        ImmutableArray<long> features = [construction.Integer("num_features")];
        Affine(construction, "affine", features);
        var tracks = ModuleArguments.IsTrue(construction["track_running_stats"]);
        self.RegisterBuffer("running_mean", tracks ? StateFactory.Buffer(0, ElementType.Float32, features) : null);
        self.RegisterBuffer("running_var", tracks ? StateFactory.Buffer(1, ElementType.Float32, features) : null);
        self.RegisterBuffer("num_batches_tracked", tracks ? StateFactory.Buffer(0, ElementType.Int64) : null);
        return null;
    }

    private static OperatorError? Layer(ModuleConstruction construction)
    {
        var shape = construction.Integers("normalized_shape");
        construction.Self.SetAttribute("normalized_shape", Composition.Integers(shape));
        Affine(construction, "elementwise_affine", [.. shape]);
        if (!ModuleArguments.IsTrue(construction["bias"]))
        {
            construction.Self.RegisterParameter("bias", null);
        }

        return null;
    }

    private static OperatorError? RootMeanSquare(ModuleConstruction construction)
    {
        var shape = construction.Integers("normalized_shape");
        construction.Self.SetAttribute("normalized_shape", Composition.Integers(shape));
        var isAffine = ModuleArguments.IsTrue(construction["elementwise_affine"]);
        construction.Self.RegisterParameter("weight", isAffine ? StateFactory.Parameter(new ConstantInitialisation(1), [.. shape]) : null);
        return null;
    }

    private static OperatorError? Group(ModuleConstruction construction)
    {
        var (groups, channels) = (construction.Integer("num_groups"), construction.Integer("num_channels"));
        if (groups == 0 || channels % groups != 0)
        {
            return groups == 0
                ? new OperatorError(NasDaemon.Abstractions.Failures.FailureClass.RaisedError, "ZeroDivisionError", "integer modulo by zero")
                : OperatorError.Value("num_channels must be divisible by num_groups");
        }

        Affine(construction, "affine", [channels]);
        return null;
    }

    private static void Affine(ModuleConstruction construction, string flag, ImmutableArray<long> shape)
    {
        var isAffine = ModuleArguments.IsTrue(construction[flag]);
        construction.Self.RegisterParameter("weight", isAffine ? StateFactory.Parameter(new ConstantInitialisation(1), shape) : null);
        construction.Self.RegisterParameter("bias", isAffine ? StateFactory.Parameter(new ConstantInitialisation(0), shape) : null);
    }
}
