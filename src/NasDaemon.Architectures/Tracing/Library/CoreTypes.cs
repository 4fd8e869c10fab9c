using NasDaemon.Architectures.Tracing.Builtins;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Library;

/// <summary>Python's built-in types with their methods. Shared by all traces, and never changed.</summary>
internal static class CoreTypes
{
    /// <summary><c>object</c>.</summary>
    public static readonly ClassValue Object = new("object", [], []) { Attributes = ObjectMethods.Table(), Construct = TypeConstructors.Object };

    /// <summary><c>type</c>.</summary>
    public static readonly ClassValue Type = Make("type", TypeMethods.Table(), TypeMethods.Create);

    /// <summary><c>int</c>.</summary>
    public static readonly ClassValue Integer = Make("int", NumberMethods.Integers(), TypeConstructors.Integer);

    /// <summary><c>bool</c>.</summary>
    public static readonly ClassValue Bool = new("bool", [Integer], Integer.ResolutionOrder) { Construct = TypeConstructors.Bool };

    /// <summary><c>float</c>.</summary>
    public static readonly ClassValue Float = Make("float", NumberMethods.Floats(), TypeConstructors.Float);

    /// <summary><c>str</c>.</summary>
    public static readonly ClassValue Text = Make("str", TextMethods.Table(), TypeConstructors.Text);

    /// <summary><c>list</c>.</summary>
    public static readonly ClassValue List = Make("list", ListMethods.Table(), TypeConstructors.List);

    /// <summary><c>tuple</c>.</summary>
    public static readonly ClassValue Tuple = Make("tuple", TupleMethods.Table(), TypeConstructors.Tuple);

    /// <summary><c>torch.Size</c>.</summary>
    public static readonly ClassValue Size = new("torch.Size", [Tuple], Tuple.ResolutionOrder)
    {
        Attributes = TupleMethods.SizeTable(),
        Construct = TypeConstructors.Size,
    };

    /// <summary><c>dict</c>.</summary>
    public static readonly ClassValue Dictionary = Make("dict", DictionaryMethods.Table(), TypeConstructors.Dictionary);

    /// <summary><c>collections.OrderedDict</c>.</summary>
    public static readonly ClassValue OrderedDictionary = new("OrderedDict", [Dictionary], Dictionary.ResolutionOrder)
    {
        Attributes = DictionaryMethods.OrderedTable(),
        Construct = TypeConstructors.OrderedDictionary,
    };

    /// <summary><c>collections.defaultdict</c>.</summary>
    public static readonly ClassValue DefaultDictionary = new("defaultdict", [Dictionary], Dictionary.ResolutionOrder)
    {
        Construct = TypeConstructors.DefaultDictionary,
    };

    /// <summary><c>set</c>.</summary>
    public static readonly ClassValue Set = Make("set", SetMethods.Table(), TypeConstructors.Set);

    /// <summary><c>frozenset</c>.</summary>
    public static readonly ClassValue FrozenSet = Make("frozenset", SetMethods.Table(), TypeConstructors.FrozenSet);

    /// <summary><c>range</c>.</summary>
    public static readonly ClassValue Range = Make("range", null, TypeConstructors.Range);

    /// <summary><c>slice</c>.</summary>
    public static readonly ClassValue Slice = Make("slice", null, TypeConstructors.Slice);

    /// <summary><c>property</c>.</summary>
    public static readonly ClassValue Property = Make("property", null, TypeConstructors.Property);

    /// <summary><c>staticmethod</c>.</summary>
    public static readonly ClassValue StaticMethod = Make("staticmethod", null, TypeConstructors.StaticMethod);

    /// <summary><c>classmethod</c>.</summary>
    public static readonly ClassValue ClassMethod = Make("classmethod", null, TypeConstructors.ClassMethod);

    /// <summary>The type of <c>None</c>.</summary>
    public static readonly ClassValue None = Make("NoneType", null, null);

    /// <summary>The type of functions.</summary>
    public static readonly ClassValue Function = Make("function", null, null);

    /// <summary>The type of generators and iterators.</summary>
    public static readonly ClassValue Iterator = Make("generator", GeneratorMethods.Table(), null);

    /// <summary>The type of imported modules.</summary>
    public static readonly ClassValue Namespace = Make("module", null, null);

    /// <summary>The class of an object.</summary>
    /// <param name="value">The object.</param>
    /// <returns>Its class.</returns>
    public static ClassValue Of(Value value) => value switch
    {
        IObject special => special.Type,
        IntegerValue => Integer,
        BoolValue or TrainingFlagValue => Bool,
        FloatValue => Float,
        TextValue => Text,
        ListValue => List,
        SizeValue => Size,
        TupleValue => Tuple,
        DictionaryValue { DefaultFactory: not null } => DefaultDictionary,
        DictionaryValue dictionary => dictionary.IsOrdered ? OrderedDictionary : Dictionary,
        SetValue set => set.IsFrozen ? FrozenSet : Set,
        RangeValue => Range,
        NoneValue => None,
        StateTensor { IsParameter: true } => TensorTypes.Parameter,
        TensorValue => TensorTypes.Tensor,
        ClassValue type => type.Meta ?? Type,
        SliceValue => Slice,
        PropertyValue => Property,
        StaticMethodValue => StaticMethod,
        ClassMethodValue => ClassMethod,
        IteratorValue => Iterator,
        NamespaceValue => Namespace,
        ElementTypeValue => TensorTypes.ElementType,
        DeviceValue => TensorTypes.Device,
        FunctionValue or BoundMethodValue or BuiltinFunction or CatalogueFunctionValue => Function,
        _ => Object,
    };

    private static ClassValue Make(string name, Dictionary<string, Value>? methods, NativeConstructor? construct) =>
        new(name, [Object], Object.ResolutionOrder) { Attributes = methods ?? new Dictionary<string, Value>(StringComparer.Ordinal), Construct = construct };
}
