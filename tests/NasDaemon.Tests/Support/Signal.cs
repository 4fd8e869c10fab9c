using System.Runtime.InteropServices;

namespace NasDaemon.Tests.Support;

/// <summary>Sends Unix signals.</summary>
internal static partial class Signal
{
    public static void Send(int process, int signal) => Assert.Equal(0, Kill(process, signal));

    /// <summary>The same to a process that may have ended already.</summary>
    public static void TrySend(int process, int signal) => _ = Kill(process, signal);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int process, int signal);
}
