namespace NasDaemon.Architectures.Tracing;

/// <summary>How a source wants its network to be made.</summary>
public enum SourceDialect
{
    /// <summary><c>Net()</c>: everything is written into the source.</summary>
    Plain,

    /// <summary><c>Net(in_shape, out_shape, prm, device)</c>: the LEMUR data set's form.</summary>
    Lemur,
}
