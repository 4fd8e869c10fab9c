using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.Datasets.Vision;

/// <summary>Brings the image data sets that the field measures itself by.</summary>
public sealed class VisionPlugin : IPlugin
{
    /// <inheritdoc/>
    public string Summary => "MNIST, Fashion-MNIST, CIFAR-10 and CIFAR-100 in their official binary forms.";

    /// <inheritdoc/>
    public void Register(IComponentRegistry registry) => registry.AddDatasets(
        new ComponentDescription("vision", Summary),
        context => new VisionDatasets(context.Folders.Data));
}
