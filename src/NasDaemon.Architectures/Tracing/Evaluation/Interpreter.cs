using NasDaemon.Architectures.Tracing.Calls;
using NasDaemon.Architectures.Tracing.Errors;
using NasDaemon.Architectures.Tracing.Execution;
using NasDaemon.Architectures.Tracing.Frames;
using NasDaemon.Architectures.Tracing.Library;
using NasDaemon.Architectures.Tracing.Modules;
using NasDaemon.Architectures.Tracing.Objects;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Evaluation;

/// <summary>
/// Interprets the syntax tree of one source. The work is done by one handler a family; each finds the others here.
/// Whatever can raise returns null and leaves the error in <see cref="State"/>, so the compiler sees to it that no error is missed.
/// </summary>
internal sealed class Interpreter
{
    /// <summary>Makes an interpreter for one trace.</summary>
    /// <param name="state">Limits, place and error of the trace.</param>
    public Interpreter(TraceState state)
    {
        State = state;
        Globals = new Frame(FrameKind.Module, null, new Dictionary<string, Value>(StringComparer.Ordinal));
        Iteration = new Iteration(this);
        Truth = new TruthTester(this);
        Representations = new Representations(this);
        Equality = new Equality(this);
        Attributes = new AttributeReader(this);
        AttributeWriter = new AttributeWriter(this);
        Items = new ItemAccess(this);
        Operators = new OperatorEvaluator(this);
        SpecialOperators = new SpecialOperators(this);
        Comparisons = new ComparisonEvaluator(this);
        Calls = new Caller(this);
        Modules = new ModuleRegistry();
        Identities = new Identities();
        Classes = new ClassBuilder(this);
        Library = new ImportLibrary(this);
        Targets = new TargetAssigner(this);
        Expressions = new ExpressionEvaluator(this);
        Statements = new StatementExecutor(this);
    }

    /// <summary>Limits, place and error of the trace.</summary>
    public TraceState State { get; }

    /// <summary>The frame of the file.</summary>
    public Frame Globals { get; }

    /// <summary>Evaluates expressions.</summary>
    public ExpressionEvaluator Expressions { get; }

    /// <summary>Executes statements.</summary>
    public StatementExecutor Statements { get; }

    /// <summary>Assigns to targets.</summary>
    public TargetAssigner Targets { get; }

    /// <summary>Reads attributes.</summary>
    public AttributeReader Attributes { get; }

    /// <summary>Sets and deletes attributes.</summary>
    public AttributeWriter AttributeWriter { get; }

    /// <summary>Reads, sets and deletes items.</summary>
    public ItemAccess Items { get; }

    /// <summary>Applies arithmetic operators.</summary>
    public OperatorEvaluator Operators { get; }

    /// <summary>Applies operators that classes define.</summary>
    public SpecialOperators SpecialOperators { get; }

    /// <summary>Applies comparison operators.</summary>
    public ComparisonEvaluator Comparisons { get; }

    /// <summary>Calls things.</summary>
    public Caller Calls { get; }

    /// <summary>Iterates over things.</summary>
    public Iteration Iteration { get; }

    /// <summary>Decides what is true.</summary>
    public TruthTester Truth { get; }

    /// <summary>Writes values as text.</summary>
    public Representations Representations { get; }

    /// <summary>Compares values for equality.</summary>
    public Equality Equality { get; }

    /// <summary>Tells objects apart by number.</summary>
    public Identities Identities { get; }

    /// <summary>Makes classes.</summary>
    public ClassBuilder Classes { get; }

    /// <summary>Finds what is imported.</summary>
    public ImportLibrary Library { get; }

    /// <summary>The parameters and buffers that were registered so far.</summary>
    public ModuleRegistry Modules { get; }
}
