using NasDaemon.Architectures.Tracing.Builtins;
using NasDaemon.Architectures.Tracing.Values;

namespace NasDaemon.Architectures.Tracing.Library;

/// <summary>PyTorch's classes that are no modules.</summary>
internal static class TensorTypes
{
    /// <summary><c>torch.Tensor</c>.</summary>
    public static readonly ClassValue Tensor = new("Tensor", [CoreTypes.Object], CoreTypes.Object.ResolutionOrder)
    {
        DefiningModule = "torch",
        Construct = TensorConstructors.Tensor,
    };

    /// <summary><c>torch.nn.Parameter</c>.</summary>
    public static readonly ClassValue Parameter = new("Parameter", [Tensor], Tensor.ResolutionOrder)
    {
        DefiningModule = "torch.nn.parameter",
        Construct = TensorConstructors.Parameter,
    };

    /// <summary><c>torch.nn.Buffer</c>.</summary>
    public static readonly ClassValue Buffer = new("Buffer", [Tensor], Tensor.ResolutionOrder)
    {
        DefiningModule = "torch.nn.parameter",
        Construct = TensorConstructors.Buffer,
    };

    /// <summary><c>torch.dtype</c>.</summary>
    public static readonly ClassValue ElementType = new("dtype", [CoreTypes.Object], CoreTypes.Object.ResolutionOrder) { DefiningModule = "torch" };

    /// <summary><c>torch.device</c>.</summary>
    public static readonly ClassValue Device = new("device", [CoreTypes.Object], CoreTypes.Object.ResolutionOrder)
    {
        DefiningModule = "torch",
        Construct = TensorConstructors.Device,
    };
}
