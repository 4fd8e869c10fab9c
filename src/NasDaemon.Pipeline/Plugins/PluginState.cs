namespace NasDaemon.Pipeline.Plugins;

/// <summary>What became of a plugin when it was loaded.</summary>
public enum PluginState
{
    /// <summary>Its components can be used.</summary>
    Active,

    /// <summary>It was built for another version of the contracts.</summary>
    Incompatible,

    /// <summary>It could not be loaded.</summary>
    Failed,
}
