namespace NasDaemon.Testing.Generated;

/// <summary>
/// A file that is written from the code as a whole or in part. With NASDAEMON_WRITE_GENERATED=1 in the environment it is written anew;
/// otherwise it is compared.
/// </summary>
public static class GeneratedFile
{
    private const string Switch = "NASDAEMON_WRITE_GENERATED";
    private const string Begin = "<!-- generated: begin -->\n";
    private const string End = "<!-- generated: end -->\n";

    /// <summary>Checks the whole of a file.</summary>
    public static void Check(string path, string wanted)
    {
        var old = File.Exists(path) ? File.ReadAllText(path) : string.Empty;
        if (Environment.GetEnvironmentVariable(Switch) == "1")
        {
            File.WriteAllText(path, wanted);
        }
        else
        {
            Assert.True(wanted == old, $"{path} is out of date. Run the tests once with {Switch}=1 and commit what they write.");
        }
    }

    /// <summary>Checks what stands between the two marks of a page.</summary>
    public static void CheckBetweenMarks(string path, string wanted)
    {
        var old = File.ReadAllText(path);
        Check(path, old[..(old.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)] + "\n" + wanted + old[old.IndexOf(End, StringComparison.Ordinal)..]);
    }
}
