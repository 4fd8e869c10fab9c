using System.Runtime.InteropServices;

namespace NasDaemon.Engines.LibTorch.Interop;

/// <summary>The C struct <c>nas_initialisation</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeInitialisation
{
    public int Kind;
    public int Reserved;
    public double A;
    public double B;
    public double C;
    public double D;
    public double* Values;
    public long ValueCount;
    public byte* Source;
}

/// <summary>The C struct <c>nas_state_entry</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeStateEntry
{
    public long* Shape;
    public int Dimensions;
    public int Element;
    public int Flags;
    public int Reserved;
    public NativeInitialisation Initialisation;
}

/// <summary>The C struct <c>nas_augmentation</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeAugmentation
{
    public int CropPadding;
    public int HorizontalFlip;
    public ulong Seed;
}

/// <summary>The C struct <c>nas_recipe</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeRecipe
{
    public int Optimizer;
    public int Loss;
    public int Nesterov;
    public int ComposedUpdate;
    public double WeightDecay;
    public double Momentum;
    public double Beta1;
    public double Beta2;
    public double Epsilon;
    public double LabelSmoothing;
    public double ClipNorm;
    public ulong Seed;
}

/// <summary>The C struct <c>nas_batch</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeBatch
{
    public int* Indices;
    public long Count;
    public long Epoch;
    public long FirstPosition;
}
