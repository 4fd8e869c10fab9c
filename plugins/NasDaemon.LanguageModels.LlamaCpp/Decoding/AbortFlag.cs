using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NasDaemon.LanguageModels.LlamaCpp.Decoding;

/// <summary>Tells the library to leave off in the middle of a batch. It asks before every step of the computation.</summary>
internal sealed unsafe class AbortFlag
{
    // Never moved, and alive as long as anyone might still raise it.
    private readonly int[] _flag = GC.AllocateArray<int>(1, pinned: true);

    /// <summary>What the library calls.</summary>
    public static nint Callback => (nint)(delegate* unmanaged[Cdecl]<nint, byte>)&Ask;

    /// <summary>What it calls it with.</summary>
    public nint UserData => Marshal.UnsafeAddrOfPinnedArrayElement(_flag, 0);

    /// <summary>Asks for it, from any thread.</summary>
    public void Raise() => Volatile.Write(ref _flag[0], 1);

    /// <summary>Takes it back.</summary>
    public void Lower() => Volatile.Write(ref _flag[0], 0);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte Ask(nint flag) => Volatile.Read(ref *(int*)flag) != 0 ? (byte)1 : (byte)0;
}
