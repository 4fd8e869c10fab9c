using NasDaemon.Pipeline.Fields;

namespace NasDaemon.Pipeline.Tests.Generated;

/// <summary>Walks through a table of fields.</summary>
internal static class FieldTree
{
    public static IEnumerable<Field> Leaves(Field field) => field is SectionField section ? section.Fields.SelectMany(Leaves) : [field];
}
