using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Operators;

/// <summary>Element types under PyTorch's names.</summary>
internal static class ElementTypes
{
    private static readonly (ElementType Element, string Name, string? OldName, string Cpp)[] Table =
    [
        (ElementType.Float32, "float32", "float", "Float"),
        (ElementType.Float64, "float64", "double", "Double"),
        (ElementType.Float16, "float16", "half", "Half"),
        (ElementType.BFloat16, "bfloat16", null, "BFloat16"),
        (ElementType.Int64, "int64", "long", "Long"),
        (ElementType.Int32, "int32", "int", "Int"),
        (ElementType.Int16, "int16", "short", "Short"),
        (ElementType.Int8, "int8", null, "Char"),
        (ElementType.UInt8, "uint8", null, "Byte"),
        (ElementType.Bool, "bool", null, "Bool"),
        (ElementType.Complex64, "complex64", "cfloat", "ComplexFloat"),
        (ElementType.Complex128, "complex128", "cdouble", "ComplexDouble"),
    ];

    /// <summary>Every name of an element type, without <c>torch.</c></summary>
    public static IEnumerable<(string Name, ElementType Element)> Names =>
        Table.SelectMany(row => row.OldName is null ? [(row.Name, row.Element)] : new[] { (row.Name, row.Element), (row.OldName, row.Element) });

    /// <summary>PyTorch's name of an element type.</summary>
    /// <param name="element">The element type.</param>
    /// <returns>The name without <c>torch.</c></returns>
    public static string Name(ElementType element) => Row(element).Name;

    /// <summary>The name that C++ gives to an element type, which many messages show.</summary>
    /// <param name="element">The element type.</param>
    /// <returns>The name, e.g. <c>Long</c>.</returns>
    public static string CppName(ElementType element) => Row(element).Cpp;

    /// <summary>The name that C gives to an element type, which some messages show.</summary>
    /// <param name="element">The element type.</param>
    /// <returns>The name, e.g. <c>long int</c>.</returns>
    public static string CName(ElementType element) => element switch
    {
        ElementType.Int64 => "long int",
        ElementType.Float16 => "c10::Half",
        ElementType.BFloat16 => "c10::BFloat16",
        ElementType.UInt8 => "unsigned char",
        ElementType.Int8 => "signed char",
        ElementType.Complex64 => "c10::complex<float>",
        ElementType.Complex128 => "c10::complex<double>",
        _ => Row(element).OldName ?? Row(element).Name,
    };

    /// <summary>The element type behind a name.</summary>
    /// <param name="name">PyTorch's name, with or without <c>torch.</c></param>
    /// <returns>The element type; null where there is none of that name.</returns>
    public static ElementType? Find(string name)
    {
        var plain = name.StartsWith("torch.", StringComparison.Ordinal) ? name[6..] : name;
        foreach (var row in Table)
        {
            if (row.Name == plain || row.OldName == plain)
            {
                return row.Element;
            }
        }

        return null;
    }

    /// <summary>Whether an element type holds fractions.</summary>
    /// <param name="element">The element type.</param>
    /// <returns>True for floating point.</returns>
    public static bool IsFloating(ElementType element) =>
        element is ElementType.Float32 or ElementType.Float64 or ElementType.Float16 or ElementType.BFloat16;

    /// <summary>Whether an element type holds complex numbers.</summary>
    /// <param name="element">The element type.</param>
    /// <returns>True for complex numbers.</returns>
    public static bool IsComplex(ElementType element) => element is ElementType.Complex64 or ElementType.Complex128;

    /// <summary>Whether an element type holds whole numbers.</summary>
    /// <param name="element">The element type.</param>
    /// <returns>True for integers; not for truth values.</returns>
    public static bool IsInteger(ElementType element) =>
        element is ElementType.Int64 or ElementType.Int32 or ElementType.Int16 or ElementType.Int8 or ElementType.UInt8;

    /// <summary>The element type of the parts of a complex number.</summary>
    /// <param name="element">The complex element type.</param>
    /// <returns>That of the parts; any other element type is returned as it is.</returns>
    public static ElementType Real(ElementType element) => element switch
    {
        ElementType.Complex64 => ElementType.Float32,
        ElementType.Complex128 => ElementType.Float64,
        _ => element,
    };

    /// <summary>The complex element type whose parts are of an element type.</summary>
    /// <param name="element">That of the parts.</param>
    /// <returns>The complex element type.</returns>
    public static ElementType Complex(ElementType element) =>
        element is ElementType.Float64 or ElementType.Complex128 ? ElementType.Complex128 : ElementType.Complex64;

    private static (ElementType Element, string Name, string? OldName, string Cpp) Row(ElementType element)
    {
        foreach (var row in Table)
        {
            if (row.Element == element)
            {
                return row;
            }
        }

        throw new ArgumentException($"{element} has no name in PyTorch.", nameof(element));
    }
}
