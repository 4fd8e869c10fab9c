using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Information;

/// <summary>What a tensor says about itself, copies of it, and conversions.</summary>
internal static class InformationOperators
{
    /// <summary>The operators of the family.</summary>
    public static IEnumerable<OperatorDefinition> All =>
    [
        new("shape", "input: Tensor", "@shape", InformationRules.Shape),
        new("size", "input: Tensor, dim: int? = None", ".size", InformationRules.Size),
        new("dim", "input: Tensor", ".dim .ndimension @ndim", InformationRules.Rank),
        new("numel", "input: Tensor", "torch.numel .numel .nelement", InformationRules.Elements),
        new("len", "input: Tensor", ".__len__", InformationRules.Length),
        new("device", "input: Tensor", "@device", InformationRules.Device),
        new("dtype", "input: Tensor", "@dtype", InformationRules.TypeOfElements),
        new("requires_grad", "input: Tensor", "@requires_grad", InformationRules.RequiresGradient),
        new("is_cuda", "input: Tensor", "@is_cuda", InformationRules.No),
        new("is_floating_point", "input: Tensor", "torch.is_floating_point .is_floating_point", InformationRules.IsFloating),
        new("is_contiguous", "input: Tensor", ".is_contiguous", InformationRules.IsContiguous),
        new("data", "input: Tensor", "@data", InformationRules.Data),
        new("detach", "input: Tensor", "torch.detach .detach", InformationRules.Detach),
        new("contiguous", "input: Tensor, *, ~memory_format: any = None", ".contiguous", CopyRules.Contiguous),
        new("state_copy", "state: Tensor, value: Tensor", "torch.version._store", CopyRules.Store)
        {
            // What is computed with stays as it is where the state is written once more before the gradients are computed.
            Lowering = "{state}.copy_({value}.detach()).clone()",
        },
        new("clone", "input: Tensor, *, ~memory_format: any = None", "torch.clone .clone", CopyRules.Clone),
        new("place", "input: Tensor, *, ~memory_format: any = None", ".cpu", CopyRules.Same),
        new("place_elsewhere", "input: Tensor, device: any = None, ~non_blocking: any = None", ".cuda", Devices.Refuse),
        new("requires_grad_", "input: Tensor, requires_grad: bool = True", ".requires_grad_", CopyRules.SetRequiresGradient),
        new("to", "input: Tensor, dtype: dtype", "", PointwiseRules.Unary(0)) { Lowering = "{input}.to({dtype})" },
        new("convert", "input: Tensor, *arguments: any = (), dtype: any = None, device: any = None, non_blocking: any = None, copy: any = None, memory_format: any = None", ".to .type", ConversionRules.To),
        new("type_as", "input: Tensor, other: Tensor", ".type_as", ConversionRules.TypeAs),
        Conversion("float", ElementType.Float32),
        Conversion("double", ElementType.Float64),
        Conversion("long", ElementType.Int64),
        Conversion("int", ElementType.Int32),
        Conversion("short", ElementType.Int16),
        Conversion("char", ElementType.Int8),
        Conversion("byte", ElementType.UInt8),
        Conversion("half", ElementType.Float16),
        Conversion("bfloat16", ElementType.BFloat16),
        Conversion("cfloat", ElementType.Complex64),
        Conversion("cdouble", ElementType.Complex128),
        Conversion("bool", ElementType.Bool),
        new("is_complex", "input: Tensor", "torch.is_complex .is_complex", call => BoolValue.Of(ElementTypes.IsComplex(call.Tensor("input").Type.Element))),
        new("is_signed", "input: Tensor", "torch.is_signed .is_signed", call => BoolValue.Of(call.Tensor("input").Type.Element is not (ElementType.Bool or ElementType.UInt8))),
        new("stride", "input: Tensor, dim: int? = None", ".stride", InformationRules.Stride),
        new("element_size", "input: Tensor", ".element_size", call => new IntegerValue(TensorElements.Bytes(call.Tensor("input").Type.Element))),
        new("get_device", "input: Tensor", "torch.get_device .get_device", _ => new IntegerValue(-1)),
        new("same_object", "input: Tensor", ".retain_grad .pin_memory .share_memory_ .resolve_conj .resolve_neg torch.resolve_conj torch.resolve_neg", CopyRules.Same),
        new("item", "input: Tensor", ".item .__float__ .__int__ .__bool__ .__index__", ValueRules.Item),
        new("tolist", "input: Tensor", ".tolist", ValueRules.List),
        new("numpy", "input: Tensor", ".numpy", ValueRules.Item),
    ];

    private static OperatorDefinition Conversion(string name, ElementType element) =>
        new(name, "input: Tensor, *, ~memory_format: any = None", $".{name}", call => ConversionRules.Convert(call.Scope, call.Tensor("input"), element));
}
