using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.Pipeline.Tests.Plugins;

/// <summary>Compiles tiny real plugins, so that what is loaded is what a plugin's author would ship.</summary>
internal static class PluginCompiler
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using NasDaemon.Abstractions.Plugins;
        using NasDaemon.Abstractions.Search;
        using NasDaemon.Abstractions.Spaces;

        """;

    private static readonly ImmutableArray<MetadataReference> Framework =
    [
        .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name == "netstandard.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Compiles a plugin into <c>FOLDER/NAME/NAME.dll</c>.</summary>
    public static string Build(string folder, string name, string source, params string[] references) =>
        Compile(Path.Combine(folder, name, name + ".dll"), Usings + source, [typeof(IPlugin).Assembly.Location, .. references]);

    /// <summary>Compiles a plugin against contracts other than ours.</summary>
    public static string BuildAgainst(string folder, string name, string source, string contract) =>
        Compile(Path.Combine(folder, name, name + ".dll"), source, [contract]);

    /// <summary>Compiles a library that references nothing of ours.</summary>
    public static string BuildLibrary(string path, string source, string version = "1.0.0.0") =>
        Compile(path, $"[assembly: System.Reflection.AssemblyVersion(\"{version}\")]\n{source}", []);

    private static string Compile(string path, string source, IEnumerable<string> references)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var compilation = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(path),
            [CSharpSyntaxTree.ParseText(source)],
            [.. Framework, .. references.Select(reference => MetadataReference.CreateFromFile(reference))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var result = compilation.Emit(path);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return path;
    }
}
