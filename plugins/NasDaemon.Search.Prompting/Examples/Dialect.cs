namespace NasDaemon.Search.Prompting.Examples;

/// <summary>How the class <c>Net</c> of a network is made.</summary>
internal enum Dialect
{
    /// <summary>Without arguments: <c>Net()</c>.</summary>
    Plain,

    /// <summary>From the task's shapes: <c>Net(in_shape, out_shape, prm, device)</c>.</summary>
    Lemur,
}
