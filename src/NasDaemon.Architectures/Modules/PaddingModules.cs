using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Modules;

/// <summary>Padding as modules.</summary>
internal static class PaddingModules
{
    /// <summary>The modules of the family.</summary>
    public static IEnumerable<ModuleDefinition> All =>
    [
        Pad("ZeroPad2d", 2, "constant"),
        .. Enumerable.Range(1, 3).Select(spatial => Pad($"ConstantPad{spatial}d", spatial, "constant", ", value: float")),
        .. Enumerable.Range(1, 3).Select(spatial => Pad($"ReflectionPad{spatial}d", spatial, "reflect")),
        .. Enumerable.Range(1, 3).Select(spatial => Pad($"ReplicationPad{spatial}d", spatial, "replicate")),
        .. Enumerable.Range(1, 3).Select(spatial => Pad($"CircularPad{spatial}d", spatial, "circular", version: "2.1")),
        Pad("ZeroPad1d", 1, "constant", version: "2.1"),
        Pad("ZeroPad3d", 3, "constant", version: "2.1"),
    ];

    private static ModuleDefinition Pad(string name, int spatial, string mode, string more = "", string? version = null) => new($"torch.nn.{name}", $"padding: any{more}")
    {
        MinimumVersion = version,
        Constructor = construction => Expand(construction, spatial),
        Forwarding = call => call.Call(
            "torch.nn.functional.pad",
            [],
            call.Input,
            call.Attribute("padding"),
            new TextValue(mode),
            more.Length > 0 ? call.Attribute("value") : NoneValue.Instance),
    };

    private static OperatorError? Expand(ModuleConstruction construction, int spatial)
    {
        if (construction["padding"] is IntegerValue size)
        {
            construction.Self.SetAttribute("padding", new TupleValue([.. Enumerable.Repeat<Value>(size, 2 * spatial)]));
        }

        return null;
    }
}
