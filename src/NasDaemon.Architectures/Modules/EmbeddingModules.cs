using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Modules;

/// <summary>Look-up tables.</summary>
internal static class EmbeddingModules
{
    private const string Table = "num_embeddings: int, embedding_dim: int";
    private const string Factory = ", ~device: any = None, ~dtype: any = None";

    /// <summary>The modules of the family.</summary>
    public static IEnumerable<ModuleDefinition> All =>
    [
        new(
            "torch.nn.Embedding",
            Table + ", padding_idx: int? = None, max_norm: float? = None, norm_type: float = 2.0, scale_grad_by_freq: bool = False, sparse: bool = False, ~_weight: Tensor? = None, ~_freeze@2.1: bool = False" + Factory)
        {
            Constructor = Construct,
            Forwarding = ModuleForwards.To("torch.nn.functional.embedding"),
        },
        new(
            "torch.nn.EmbeddingBag",
            Table + ", max_norm: float? = None, norm_type: float = 2.0, scale_grad_by_freq: bool = False, mode: str = 'mean', sparse: bool = False, ~_weight: Tensor? = None, include_last_offset: bool = False, padding_idx: int? = None" + Factory)
        {
            Constructor = Construct,
            ForwardParameters = "input, offsets = None, per_sample_weights = None",
            Forwarding = call => call.Call(
                "torch.nn.functional.embedding_bag",
                [
                    .. ((string[])["max_norm", "norm_type", "scale_grad_by_freq", "mode", "sparse", "include_last_offset", "padding_idx"])
                        .Select(name => new KeywordArgument(name, call.Attribute(name))),
                    new("per_sample_weights", call["per_sample_weights"]),
                ],
                call.Input,
                call.Attribute("weight"),
                call["offsets"]),
        },
    ];

    private static OperatorError? Construct(ModuleConstruction construction)
    {
        var (rows, width) = (construction.Integer("num_embeddings"), construction.Integer("embedding_dim"));
        if (construction["padding_idx"] is IntegerValue padding)
        {
            if (padding.Traced >= rows || padding.Traced < -rows)
            {
                return new OperatorError(FailureClass.WrongArguments, "AssertionError", "Padding_idx must be within num_embeddings");
            }

            construction.Self.SetAttribute("padding_idx", new IntegerValue(padding.Traced < 0 ? padding.Traced + rows : padding.Traced));
        }

        if (rows < 0 || width < 0)
        {
            return OperatorError.Runtime($"Trying to create tensor with negative dimension {(rows < 0 ? rows : width)}: [{rows}, {width}]");
        }

        construction.Self.RegisterParameter("weight", StateFactory.Parameter(new NormalInitialisation(0, 1), rows, width));
        return null;
    }
}
