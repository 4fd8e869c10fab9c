namespace NasDaemon.Abstractions.Failures;

/// <summary>Why a candidate or a trial did not end in a result. Reports count by these classes.</summary>
public enum FailureClass
{
    /// <summary>There is no source: a file that may not be read, a list's line that holds none.</summary>
    Unreadable,

    /// <summary>The source is not valid Python.</summary>
    Syntax,

    /// <summary>Valid Python that the tracer does not interpret.</summary>
    UnsupportedSyntax,

    /// <summary>A name, import or function that is not known or not allowed.</summary>
    UnknownName,

    /// <summary>An attribute or method that the object does not have.</summary>
    UnknownAttribute,

    /// <summary>A call whose arguments do not fit the callee's signature or ranges.</summary>
    WrongArguments,

    /// <summary>Tensor shapes that do not fit together.</summary>
    ShapeMismatch,

    /// <summary>The network runs but its output is not what the task asks for.</summary>
    WrongOutput,

    /// <summary>The source raised an error of its own (assert, raise, division by zero, index out of range, …).</summary>
    RaisedError,

    /// <summary>The path through the source depends on the values in a tensor.</summary>
    DataDependent,

    /// <summary>A limit of the tracer was exceeded: steps, depth, sizes, source length, parameters, activations.</summary>
    LimitExceeded,

    /// <summary>A constraint of the task was exceeded: parameters, FLOPs, memory.</summary>
    ConstraintExceeded,

    /// <summary>Training produced a loss that is not finite.</summary>
    Diverged,

    /// <summary>The worker process exceeded its memory limit.</summary>
    OutOfMemory,

    /// <summary>The trial exceeded its time limit.</summary>
    TimedOut,

    /// <summary>The worker process gave no sign of life.</summary>
    Hung,

    /// <summary>The worker process died.</summary>
    Crashed,

    /// <summary>The engine reported an error.</summary>
    Engine,

    /// <summary>The task was cancelled while the trial ran.</summary>
    Cancelled,

    /// <summary>A language model could not be loaded or asked, or broke off its answer.</summary>
    LanguageModel,

    /// <summary>A language model's answer holds no source.</summary>
    NoCode,

    /// <summary>A language model's answer was cut off at its token limit before the network was whole.</summary>
    Truncated,

    /// <summary>A network that a language model writes is a copy of one that it was shown.</summary>
    Copied,

    /// <summary>What every trial needs is not there: the engine, the data, a program to train in. It says nothing of the network.</summary>
    Unavailable,
}
