namespace NasDaemon.Testing;

/// <summary>A theory that needs published tables; it is skipped, and says so, where they are absent.</summary>
public sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    /// <summary>Checks for the tables.</summary>
    /// <param name="files">Their paths below <c>shared/data</c>, with slashes.</param>
    public SharedDataTheoryAttribute(params string[] files)
    {
        var absent = files.Where(file => SharedData.Find(file.Split('/')) is null).ToList();
        Skip = absent.Count == 0 ? null : $"Needs {string.Join(" and ", absent.Select(file => $"../shared/data/{file}"))}, which is not here.";
    }
}
