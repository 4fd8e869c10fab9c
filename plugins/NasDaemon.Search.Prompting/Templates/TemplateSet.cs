namespace NasDaemon.Search.Prompting.Templates;

/// <summary>The templates by their definition.</summary>
/// <param name="templates">All of them.</param>
internal sealed class TemplateSet(IReadOnlyDictionary<TemplateDefinition, PromptTemplate> templates)
{
    /// <summary>The template of a definition.</summary>
    /// <param name="definition">One of <see cref="TemplateDefinitions"/>.</param>
    public PromptTemplate this[TemplateDefinition definition] => templates[definition];
}
