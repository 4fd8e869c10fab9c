namespace NasDaemon.Architectures.Modules;

/// <summary>A method of a module beside <c>__init__</c> and <c>forward</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">Its parameters without <c>self</c>.</param>
/// <param name="Body">What it does.</param>
internal sealed record ModuleMethod(string Name, string Parameters, ModuleForward Body)
{
    /// <summary>Whether it is called without an instance.</summary>
    public bool IsStatic { get; init; }
}
