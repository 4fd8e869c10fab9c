using NasDaemon.Architectures.Operators.Signatures;

namespace NasDaemon.Architectures.Operators;

/// <summary>One operator: the single place that says its signature, its Python names, its rule and its lowering.</summary>
/// <remarks>
/// <see cref="Faces"/> lists the names under which Python reaches it, separated by blanks: <c>torch.relu</c> is a native function,
/// <c>F.relu</c> a Python function of <c>torch.nn.functional</c>, <c>F:conv2d</c> a native function that is found there too,
/// <c>.relu</c> a tensor method, <c>@T</c> a tensor property. A name that ends in one <c>_</c>, and <c>.__iadd__</c> and its kind, work in place.
/// </remarks>
/// <param name="Name">The name in graphs, in PyTorch's functional spelling.</param>
/// <param name="Parameters">The signature; see <see cref="SignatureParser"/>.</param>
/// <param name="Faces">The names under which Python reaches it.</param>
/// <param name="Rule">Shape rule and cost.</param>
internal sealed record OperatorDefinition(string Name, string Parameters, string Faces, OperatorRule Rule)
{
    /// <summary>How TorchScript spells it, with <c>{name}</c> for an argument; null for <c>torch.NAME</c> with every argument by position.</summary>
    public string? Lowering { get; init; }

    /// <summary>A statement that TorchScript executes before, written in the same way; null where there is none.</summary>
    public string? Preparation { get; init; }

    /// <summary>Whether PyTorch has several native forms of it, which its errors then list.</summary>
    public bool IsOverloaded { get; init; }

    /// <summary>The first PyTorch version that has it; null where 1.13 has.</summary>
    public string? MinimumVersion { get; init; }

    /// <summary>The parsed signature of the operator as graphs have it.</summary>
    public Signature Signature { get; } = new(Name, Parameters, SignatureStyle.Native);
}
