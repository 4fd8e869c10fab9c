using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NasDaemon.LanguageModels.LlamaCpp.Interop;

/// <summary>Keeps the library's last complaints: they say why something could not be loaded.</summary>
internal sealed unsafe class NativeLog
{
    private const int Kept = 4;
    private const int FirstComplaint = 3;
    private const int Continued = 5;

    private readonly Lock _lock = new();
    private readonly Queue<string> _complaints = [];

    /// <summary>Takes the library's messages from now on, for as long as the process lives.</summary>
    public void Listen() => Llama.llama_log_set(&Receive, GCHandle.ToIntPtr(GCHandle.Alloc(this)));

    /// <summary>The complaints since the last call, in one line; empty where there were none.</summary>
    public string Take()
    {
        lock (_lock)
        {
            var text = string.Join("; ", _complaints);
            _complaints.Clear();
            return text;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Receive(int level, byte* text, nint log)
    {
        if (level is >= FirstComplaint and < Continued && GCHandle.FromIntPtr(log).Target is NativeLog target)
        {
            target.Add(NativeText.Copy(text).Trim());
        }
    }

    private void Add(string complaint)
    {
        lock (_lock)
        {
            _complaints.Enqueue(complaint);
            if (_complaints.Count > Kept)
            {
                _complaints.Dequeue();
            }
        }
    }
}
