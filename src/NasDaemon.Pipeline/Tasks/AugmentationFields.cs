using NasDaemon.Pipeline.Fields;

namespace NasDaemon.Pipeline.Tasks;

/// <summary>The keys under <c>training.augmentation</c>.</summary>
internal static class AugmentationFields
{
    public static readonly WholeNumberField Crop = new("crop", "Random crop of training images after padding by this much; 0 does not crop.", 0, 32)
    {
        Unit = "pixels a side",
        DefaultValue = 0,
    };

    public static readonly FlagField Flip = new("flip", "Mirrors half of the training images.") { DefaultValue = false };

    public static readonly FlagField Normalize = new("normalize", "Brings each channel to mean 0 and deviation 1, by the training samples' own figures.")
    {
        DefaultValue = true,
    };

    public static readonly SectionField Section = new("augmentation", "How samples are changed on their way in.", [Crop, Flip, Normalize]);
}
