namespace NasDaemon.Abstractions.Plugins;

/// <summary>The entry of a plugin assembly: one public class with a parameterless constructor implements it.</summary>
public interface IPlugin
{
    /// <summary>One sentence that says what the plugin brings; <c>nasdaemon plugins</c> shows it.</summary>
    string Summary { get; }

    /// <summary>Names every component that the plugin brings. Called once when the plugin is loaded.</summary>
    /// <param name="registry">Where to name them.</param>
    void Register(IComponentRegistry registry);
}
