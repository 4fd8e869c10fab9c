using System.Text.RegularExpressions;
using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.Pipeline.Plugins;

/// <summary>Checks what a plugin says of a component, so that tasks can rely on it.</summary>
internal static partial class DescriptionCheck
{
    /// <summary>Finds what is wrong with a description.</summary>
    /// <param name="description">The description.</param>
    /// <returns>The problems, none where it is right.</returns>
    public static IEnumerable<string> Problems(ComponentDescription description)
    {
        if (!ComponentName().IsMatch(description.Name))
        {
            yield return $"the component name '{description.Name}' may have lower-case letters, digits and hyphens only";
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var option in description.Options)
        {
            if (!OptionName().IsMatch(option.Name) || option.Name is "name" or "kind")
            {
                yield return $"the option name '{option.Name}' of '{description.Name}' may have lower-case letters, digits and underscores only, and not be 'name' or 'kind'";
            }

            if (!seen.Add(option.Name))
            {
                yield return $"the option '{option.Name}' of '{description.Name}' is defined twice";
            }

            if (!IsDefaultLegal(option))
            {
                yield return $"the default of the option '{option.Name}' of '{description.Name}' is not among its legal values";
            }
        }
    }

    private static bool IsDefaultLegal(OptionDefinition option) => option switch
    {
        IntegerOption integer => integer.Default >= integer.Minimum && integer.Default <= integer.Maximum,
        NumberOption number => number.Default >= number.Minimum && number.Default <= number.Maximum,
        TextOption text => text.Choices.IsDefaultOrEmpty || text.Choices.Contains(text.Default),
        _ => true,
    };

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex ComponentName();

    [GeneratedRegex("^[a-z0-9]+(_[a-z0-9]+)*$", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex OptionName();
}
