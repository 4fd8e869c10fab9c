using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NasDaemon.Reports.Text.Tests.Json;

/// <summary>What the compiler wrote down of the documentation of properties.</summary>
internal static partial class XmlDescriptions
{
    private static readonly ConcurrentDictionary<string, Dictionary<string, XElement>> Files = new(StringComparer.Ordinal);

    /// <summary>The description of a property: that of the record's parameter, else its own.</summary>
    /// <param name="type">The type that declares it.</param>
    /// <param name="property">Its name.</param>
    /// <returns>The text; null where it has none.</returns>
    public static string? Of(Type type, string property)
    {
        var members = Files.GetOrAdd(type.Assembly.GetName().Name!, Read);
        var parameter = members.GetValueOrDefault($"T:{type.FullName}")?.Elements("param").FirstOrDefault(element => element.Attribute("name")!.Value == property);
        return (parameter ?? members.GetValueOrDefault($"P:{type.FullName}.{property}")?.Element("summary")) is { } element
            ? Blanks().Replace(string.Concat(element.Nodes().Select(Plain)), " ").Trim()
            : null;
    }

    private static Dictionary<string, XElement> Read(string assembly) => XDocument.Load(Path.Combine(AppContext.BaseDirectory, assembly + ".xml"))
        .Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);

    private static string Plain(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } link => link.Attribute("cref")!.Value.Split('.')[^1],
        XElement other => other.Value,
        _ => string.Empty,
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
