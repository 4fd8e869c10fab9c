using System.Collections.Frozen;
using NasDaemon.Architectures.Modules;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Library;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Modules;

/// <summary>The classes of <c>torch.nn</c>: <c>Module</c>, the containers, and the modules of the catalogue. Shared by all traces.</summary>
internal static class ModuleTypes
{
    /// <summary><c>nn.Module</c>.</summary>
    public static readonly ClassValue Module = new("Module", [CoreTypes.Object], CoreTypes.Object.ResolutionOrder)
    {
        IsModule = true,
        DefiningModule = "torch.nn.modules.module",
        Attributes = ModuleMethods.Table(),
    };

    /// <summary><c>nn.Sequential</c>.</summary>
    public static readonly ClassValue Sequential = Container("Sequential", SequentialMethods.Table());

    /// <summary><c>nn.ModuleList</c>.</summary>
    public static readonly ClassValue List = Container("ModuleList", ModuleListMethods.Table());

    /// <summary><c>nn.ModuleDict</c>.</summary>
    public static readonly ClassValue Dictionary = Container("ModuleDict", ModuleDictionaryMethods.Table());

    /// <summary><c>nn.ParameterDict</c>.</summary>
    public static readonly ClassValue ParameterDictionary = Container("ParameterDict", ParameterDictionaryMethods.Table());

    /// <summary><c>nn.ParameterList</c>.</summary>
    public static readonly ClassValue ParameterList = Container("ParameterList", ParameterListMethods.Table());

    private static readonly FrozenDictionary<string, ClassValue> Paths = Build();

    /// <summary>All classes by their full path.</summary>
    public static IReadOnlyDictionary<string, ClassValue> All => Paths;

    private static ClassValue Container(string name, Dictionary<string, Value> methods) => new(name, [Module], Module.ResolutionOrder)
    {
        Attributes = methods,
        DefiningModule = "torch.nn.modules.container",
    };

    private static FrozenDictionary<string, ClassValue> Build()
    {
        var all = new Dictionary<string, ClassValue>(StringComparer.Ordinal)
        {
            ["torch.nn.Module"] = Module,
            ["torch.nn.Sequential"] = Sequential,
            ["torch.nn.ModuleList"] = List,
            ["torch.nn.ModuleDict"] = Dictionary,
            ["torch.nn.ParameterList"] = ParameterList,
            ["torch.nn.ParameterDict"] = ParameterDictionary,
        };
        foreach (var (path, name) in ModuleBases.Paths)
        {
            all[path] = new ClassValue(name, [Module], Module.ResolutionOrder) { DefiningModule = path[..path.LastIndexOf('.')] };
        }

        foreach (var definition in OperatorCatalogue.Default.Modules)
        {
            all[definition.Path] = Make(definition, all);
        }

        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static ClassValue Make(ModuleDefinition definition, Dictionary<string, ClassValue> all)
    {
        var parent = all[ModuleBases.Of(definition.ClassName) ?? "torch.nn.Module"];
        string[] names = ["__init__", "forward", .. definition.Methods.Select(method => method.Name)];
        return new ClassValue(definition.ClassName, [parent], parent.ResolutionOrder)
        {
            DefiningModule = ModuleFiles.Of(definition.ClassName),
            Attributes = names.ToDictionary(name => name, Value (name) => new NativeModuleMethod(definition, name), StringComparer.Ordinal),
        };
    }
}
