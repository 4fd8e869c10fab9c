using NasDaemon.Pipeline.Fields;

namespace NasDaemon.Pipeline.Tasks;

/// <summary>The keys under <c>constraints</c>.</summary>
internal static class ConstraintFields
{
    private const long Tera = 1_000_000_000_000;

    public static readonly QuantityField MaximumParameters = new("max_parameters", "Largest number of parameters.", 1, 1_000_000_000, isBytes: false)
    {
        Unit = "parameters",
        DefaultWords = "none",
    };

    public static readonly QuantityField MaximumFlops = new(
        "max_flops",
        "Largest cost of one sample's forward pass; a multiply-add counts as two operations.",
        1_000,
        100 * Tera,
        isBytes: false)
    { Unit = "operations", DefaultWords = "none" };

    public static readonly QuantityField MaximumMemory = new(
        "max_memory",
        "Largest estimate of what training takes: weights, gradients, optimizer state and the activations of a batch.",
        1_000_000,
        Tera,
        isBytes: true)
    { Unit = "bytes", DefaultWords = "none" };

    public static readonly SectionField Section = new(
        "constraints",
        "What a network may cost. A network above it is refused before training.",
        [MaximumParameters, MaximumFlops, MaximumMemory]);
}
