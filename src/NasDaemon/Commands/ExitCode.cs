namespace NasDaemon.Commands;

/// <summary>What the process returns. Each <c>--help</c> lists them.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>It could not be done; the message says why and what helps.</summary>
    public const int Failed = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>The task that was looked at is not valid.</summary>
    public const int Refused = 3;

    /// <summary>There is no task or data set of that name.</summary>
    public const int NotFound = 4;

    /// <summary>Another daemon holds the state folder.</summary>
    public const int InUse = 5;

    /// <summary>The task that was waited for was cancelled.</summary>
    public const int Cancelled = 6;

    /// <summary>The list that every help page ends with.</summary>
    public const string Help = """
        Exit codes:
          0  done
          1  could not be done; the message says why
          2  wrong command line
          3  the task is not valid
          4  no task or data set of that name
          5  another daemon holds the state folder
          6  the task that was waited for was cancelled
        """;
}
