using System.Reflection;

namespace NasDaemon.Tests.Support;

/// <summary>Where this build of the project lies.</summary>
internal static class Build
{
    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>The daemon's executable, its plugins beside it.</summary>
    public static string Executable { get; } = Metadata("Executable");

    private static string Metadata(string key) => typeof(Build).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
