using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using NasDaemon.Architectures.Modules;
using NasDaemon.Architectures.Operators.Signatures;

namespace NasDaemon.Architectures.Operators;

/// <summary>Every function, tensor method and module of PyTorch that the tracer knows. Immutable; built once.</summary>
internal sealed class OperatorCatalogue
{
    private const string Functional = "torch.nn.functional.";

    private static readonly Lazy<OperatorCatalogue> Shared = new(() => new OperatorCatalogue());

    private readonly FrozenDictionary<string, CatalogueFunction> _functions;
    private readonly FrozenDictionary<string, CatalogueFunction> _methods;
    private readonly FrozenDictionary<string, CatalogueFunction> _properties;
    private readonly FrozenDictionary<string, ModuleDefinition> _modules;
    private readonly FrozenDictionary<string, OperatorDefinition> _operators;

    private OperatorCatalogue()
    {
        var functions = new Dictionary<string, CatalogueFunction>();
        var methods = new Dictionary<string, CatalogueFunction>();
        var properties = new Dictionary<string, CatalogueFunction>();
        _operators = OperatorFamilies.All.SelectMany(family => family.Operators).ToFrozenDictionary(definition => definition.Name);
        foreach (var definition in _operators.Values)
        {
            foreach (var face in definition.Faces.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                AddFace(definition, face, functions, methods, properties);
            }
        }

        _functions = functions.ToFrozenDictionary();
        _methods = methods.ToFrozenDictionary();
        _properties = properties.ToFrozenDictionary();
        _modules = ModuleFamilies.All.ToFrozenDictionary(module => module.Path);
    }

    /// <summary>The catalogue.</summary>
    public static OperatorCatalogue Default => Shared.Value;

    /// <summary>The full paths of all functions, by no particular order.</summary>
    public IEnumerable<string> FunctionPaths => _functions.Keys;

    /// <summary>Every operator, by no particular order.</summary>
    public IEnumerable<OperatorDefinition> Operators => _operators.Values;

    /// <summary>Every module, by no particular order.</summary>
    public IEnumerable<ModuleDefinition> Modules => _modules.Values;

    /// <summary>Finds a function.</summary>
    /// <param name="path">Its full path, e.g. <c>torch.nn.functional.relu</c>.</param>
    /// <param name="function">The function.</param>
    /// <returns>False where the catalogue has none.</returns>
    public bool TryFindFunction(string path, [NotNullWhen(true)] out CatalogueFunction? function) => _functions.TryGetValue(path, out function);

    /// <summary>Finds a tensor method, operators such as <c>__add__</c> and <c>__getitem__</c> included; the tensor is the first argument.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="method">The method.</param>
    /// <returns>False where the catalogue has none.</returns>
    public bool TryFindMethod(string name, [NotNullWhen(true)] out CatalogueFunction? method) => _methods.TryGetValue(name, out method);

    /// <summary>Finds a tensor property, such as <c>shape</c>; it is called with the tensor as its only argument.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="property">The property.</param>
    /// <returns>False where the catalogue has none.</returns>
    public bool TryFindProperty(string name, [NotNullWhen(true)] out CatalogueFunction? property) => _properties.TryGetValue(name, out property);

    /// <summary>Finds a module.</summary>
    /// <param name="path">Its full path, e.g. <c>torch.nn.Conv2d</c>.</param>
    /// <param name="module">The module.</param>
    /// <returns>False where the catalogue has none.</returns>
    public bool TryFindModule(string path, [NotNullWhen(true)] out ModuleDefinition? module) => _modules.TryGetValue(path, out module);

    /// <summary>Finds an operator by its name in graphs.</summary>
    /// <param name="name">The name.</param>
    /// <param name="definition">The operator.</param>
    /// <returns>False where the catalogue has none.</returns>
    public bool TryFindOperator(string name, [NotNullWhen(true)] out OperatorDefinition? definition) => _operators.TryGetValue(name, out definition);

    /// <summary>Whether PyTorch 1.13 lacks a function or module that later versions have.</summary>
    /// <param name="path">Its full path.</param>
    /// <returns>True where it does.</returns>
    public bool IsNewer(string path) => (_functions.TryGetValue(path, out var function) && function.Definition.MinimumVersion is not null)
        || (_modules.TryGetValue(path, out var module) && module.MinimumVersion is not null);

    /// <summary>The known name nearest to a wrong one.</summary>
    /// <param name="path">The full path that is not known.</param>
    /// <returns>A full path, or null where none is near.</returns>
    public string? Nearest(string path) => NearestName.Find(path, _functions.Keys.Concat(_modules.Keys));

    /// <summary>The known tensor method or property nearest to a wrong one.</summary>
    /// <param name="name">The name that is not known.</param>
    /// <returns>A name, or null where none is near.</returns>
    public string? NearestMethod(string name) => NearestName.Find(name, _methods.Keys.Concat(_properties.Keys));

    private static void AddFace(
        OperatorDefinition definition,
        string face,
        Dictionary<string, CatalogueFunction> functions,
        Dictionary<string, CatalogueFunction> methods,
        Dictionary<string, CatalogueFunction> properties)
    {
        var (table, path) = face switch
        {
            ['.', .. var name] => (methods, name),
            ['@', .. var name] => (properties, name),
            ['F', '.' or ':', .. var name] => (functions, Functional + name),
            _ => (functions, face),
        };
        var isPython = face.StartsWith("F.", StringComparison.Ordinal) || face.StartsWith("torch.nn.init.", StringComparison.Ordinal);
        var style = isPython ? SignatureStyle.Python : definition.IsOverloaded ? SignatureStyle.Overloaded : SignatureStyle.Native;
        var shortName = path[(path.LastIndexOf('.') + 1)..];
        var signature = new Signature(PythonName(face, shortName), definition.Parameters, style) { IsMethod = face.StartsWith('.') };
        table.Add(path, new CatalogueFunction(definition, signature, IsInPlaceName(shortName)));
    }

    // Some choose between two functions by a flag, and errors name the chosen one; those of submodules show how C++ calls them.
    private static string PythonName(string face, string name) =>
        face.StartsWith("F.max_pool", StringComparison.Ordinal) ? $"_{name}"
        : face.StartsWith("torch.fft.", StringComparison.Ordinal) ? $"fft_{name}"
        : face.StartsWith("torch.linalg.", StringComparison.Ordinal) ? $"linalg_{name}"
        : name;

    private static bool IsInPlaceName(string name) =>
        (name.EndsWith('_') && !name.EndsWith("__", StringComparison.Ordinal))
        || name is "__iadd__" or "__isub__" or "__imul__" or "__itruediv__" or "__ipow__" or "__ifloordiv__" or "__imod__" or "__iand__" or "__ior__" or "__ixor__";
}
