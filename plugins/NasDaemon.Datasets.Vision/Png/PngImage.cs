using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NasDaemon.Datasets.Vision.Png;

/// <summary>The control structure of libpng's simplified interface, laid out as <c>png_image</c> in png.h of libpng 1.6.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PngImage
{
    /// <summary>The library's own.</summary>
    public nint Opaque;

    /// <summary>The version of this structure.</summary>
    public uint Version;

    /// <summary>Width in pixels.</summary>
    public uint Width;

    /// <summary>Height in pixels.</summary>
    public uint Height;

    /// <summary>The form in which the pixels are given.</summary>
    public uint Format;

    /// <summary>Informational.</summary>
    public uint Flags;

    /// <summary>Entries of the colour map.</summary>
    public uint ColourMapEntries;

    /// <summary>The low two bits say whether the last call warned or failed.</summary>
    public uint WarningOrError;

    /// <summary>What the last call said, ended by a zero byte.</summary>
    public PngMessage Message;
}

/// <summary>64 bytes of text.</summary>
[InlineArray(64)]
internal struct PngMessage
{
    private byte _first;
}
