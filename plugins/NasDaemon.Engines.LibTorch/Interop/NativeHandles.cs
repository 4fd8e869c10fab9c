using Microsoft.Win32.SafeHandles;

namespace NasDaemon.Engines.LibTorch.Interop;

/// <summary>Owns a <c>nas_network</c>.</summary>
internal sealed class NetworkHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeMethods.nas_network_destroy(handle);
        return true;
    }
}

/// <summary>Owns a <c>nas_samples</c>.</summary>
internal sealed class SamplesHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeMethods.nas_samples_destroy(handle);
        return true;
    }
}

/// <summary>Owns a <c>nas_trainer</c>.</summary>
internal sealed class TrainerHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeMethods.nas_trainer_destroy(handle);
        return true;
    }
}
