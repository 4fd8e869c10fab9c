namespace NasDaemon.Architectures.Tracing;

/// <summary>What one trace may use up. Every limit is finite; values outside their range are refused.</summary>
public sealed record TracingLimits
{
    /// <summary>The limits that a daemon uses unless its settings say otherwise.</summary>
    public static TracingLimits Default { get; } = new();

    /// <summary>Characters of the source.</summary>
    /// <value>1 to 10,000,000; 200,000 by default.</value>
    public int SourceLength { get; init => field = Check(value, 1, 10_000_000, nameof(SourceLength)); } = 200_000;

    /// <summary>How deep brackets, operators and blocks may nest.</summary>
    /// <value>10 to 200; 100 by default.</value>
    public int SyntaxDepth { get; init => field = Check(value, 10, 200, nameof(SyntaxDepth)); } = 100;

    /// <summary>Statements, expressions and loop turns that are interpreted.</summary>
    /// <value>1,000 to 100,000,000; 1,000,000 by default.</value>
    public int Steps { get; init => field = Check(value, 1_000, 100_000_000, nameof(Steps)); } = 1_000_000;

    /// <summary>How deep functions may call each other.</summary>
    /// <value>10 to 1,000; 150 by default.</value>
    public int CallDepth { get; init => field = Check(value, 10, 1_000, nameof(CallDepth)); } = 150;

    /// <summary>Items of one list, tuple, set or dictionary.</summary>
    /// <value>100 to 10,000,000; 100,000 by default.</value>
    public int CollectionSize { get; init => field = Check(value, 100, 10_000_000, nameof(CollectionSize)); } = 100_000;

    /// <summary>Characters of one string.</summary>
    /// <value>100 to 10,000,000; 100,000 by default.</value>
    public int TextLength { get; init => field = Check(value, 100, 10_000_000, nameof(TextLength)); } = 100_000;

    /// <summary>Items and characters that are made in all.</summary>
    /// <value>10,000 to 100,000,000; 4,000,000 by default.</value>
    public int TotalElements { get; init => field = Check(value, 10_000, 100_000_000, nameof(TotalElements)); } = 4_000_000;

    /// <summary>Bytes that are allocated in all, freed ones included: the trace never holds more. A last bound behind the others.</summary>
    /// <value>1,000,000 to 10,000,000,000; 96,000,000 by default.</value>
    public long AllocatedBytes { get; init => field = Check(value, 1_000_000, 10_000_000_000, nameof(AllocatedBytes)); } = 96_000_000;

    /// <summary>Bits of an integer.</summary>
    /// <value>16 to 63; 63 by default.</value>
    public int IntegerBits { get; init => field = Check(value, 16, 63, nameof(IntegerBits)); } = 63;

    /// <summary>Elements of all parameters and buffers together.</summary>
    /// <value>1,000 to 100,000,000,000; 2,000,000,000 by default.</value>
    public long Parameters { get; init => field = Check(value, 1_000, 100_000_000_000, nameof(Parameters)); } = 2_000_000_000;

    /// <summary>Elements of all operators' outputs together for one sample.</summary>
    /// <value>1,000 to 100,000,000,000; 4,000,000,000 by default.</value>
    public long ActivationElements { get; init => field = Check(value, 1_000, 100_000_000_000, nameof(ActivationElements)); } = 4_000_000_000;

    /// <summary>Operators of the graph.</summary>
    /// <value>10 to 1,000,000; 50,000 by default.</value>
    public int GraphNodes { get; init => field = Check(value, 10, 1_000_000, nameof(GraphNodes)); } = 50_000;

    private static int Check(int value, int minimum, int maximum, string name) => (int)Check((long)value, minimum, maximum, name);

    private static long Check(long value, long minimum, long maximum, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, minimum, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, maximum, name);
        return value;
    }
}
