using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace NasDaemon.Pipeline.Processes;

/// <summary>Ties what serves the daemon to the child process that it runs in.</summary>
public static partial class ChildStreams
{
    private const int SetParentDeathSignal = 1;
    private const int KillSignal = 9;

    /// <summary>
    /// Serves on standard input and output. What else writes to the console goes to standard error. The process ends at once
    /// when its input ends or its parent dies, whatever it does at the moment: nobody is left to wait for it.
    /// </summary>
    /// <param name="serve">Serves on an input and an output, and calls the action when the input ends.</param>
    /// <returns>When the input has ended.</returns>
    public static async Task ServeAsync(Func<TextReader, TextWriter, Action, Task> serve)
    {
        ArgumentNullException.ThrowIfNull(serve);
        _ = SetProcessOption(SetParentDeathSignal, KillSignal, 0, 0, 0);
        Console.SetOut(Console.Error);
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var input = new StreamReader(Console.OpenStandardInput(), encoding);
        await using var output = new StreamWriter(Console.OpenStandardOutput(), encoding);
        await serve(input, output, EndProcess).ConfigureAwait(false);
    }

    // An orderly exit would run the native libraries' clean-up beside a thread that still computes.
    private static void EndProcess()
    {
        using var process = Process.GetCurrentProcess();
        process.Kill();
    }

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    private static partial int SetProcessOption(int option, ulong first, ulong second, ulong third, ulong fourth);
}
