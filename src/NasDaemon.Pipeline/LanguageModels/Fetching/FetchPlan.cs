using System.Collections.Immutable;
using NasDaemon.Pipeline.Fields;
using NasDaemon.Pipeline.Text;

namespace NasDaemon.Pipeline.LanguageModels.Fetching;

/// <summary>What is brought and what it is called here.</summary>
/// <param name="Name">The name of the model.</param>
/// <param name="Files">Its files, the first part first.</param>
internal sealed record FetchPlan(string Name, ImmutableArray<PlannedFile> Files)
{
    /// <summary>Finds out what a user means.</summary>
    /// <param name="what">A known name, an address or a file.</param>
    /// <param name="name">What the model shall be called; null for its own name.</param>
    /// <param name="known">The models that are known by name.</param>
    /// <param name="client">Speaks HTTP.</param>
    /// <param name="problem">Why there is nothing to bring, with the remedy; null where there is.</param>
    /// <returns>The plan, or null.</returns>
    public static FetchPlan? Make(string what, string? name, ImmutableArray<KnownModel> known, HttpClient client, out string? problem)
    {
        var plan = FromKnown(what, known, client) ?? FromAddress(what, client) ?? FromFile(what);
        problem = plan is null
            ? $"There is no model '{what}', and no file. {NearName.Remedy(what, [.. known.Select(model => model.Name)])} Any https:// address of a GGUF file will do too."
            : null;
        if (plan is null || name is null)
        {
            return plan;
        }

        name = GgufName.Parse(name)?.Model ?? name;
        problem = NamedComponentsField.IsName(name) ? null : $"'{name}' cannot be a name. Use letters, digits, dots, hyphens and underscores, at most 100.";
        return problem is null ? plan.As(name) : null;
    }

    private static FetchPlan? FromKnown(string what, ImmutableArray<KnownModel> known, HttpClient client) =>
        known.FirstOrDefault(model => model.Name.Equals(what, StringComparison.OrdinalIgnoreCase)) is { } model
            ? new FetchPlan(model.Name, [new PlannedFile(new HttpModelSource(client, new Uri(model.Address)), model.Name + GgufName.Ending, model.Bytes, model.Sum)])
            : null;

    private static FetchPlan? FromAddress(string what, HttpClient client)
    {
        if (!Uri.TryCreate(what, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
        {
            return null;
        }

        var file = Uri.UnescapeDataString(address.Segments[^1]);
        var named = GgufName.Parse(file);
        var name = named is not null && NamedComponentsField.IsName(named.Model) ? named : new GgufName("model", 1, 1);
        return Parts(name, part => new HttpModelSource(client, named is { Parts: > 1 } ? new Uri(address, name.File(part) + address.Query) : address));
    }

    private static FetchPlan? FromFile(string what)
    {
        var path = Path.GetFullPath(what);
        var named = GgufName.Parse(Path.GetFileName(path));
        if (!File.Exists(path) || named is null)
        {
            return File.Exists(path) ? Parts(new GgufName("model", 1, 1), _ => new FileModelSource(path)) : null;
        }

        var folder = Path.GetDirectoryName(path)!;
        return Parts(named, part => new FileModelSource(Path.Combine(folder, named.File(part))));
    }

    private static FetchPlan Parts(GgufName name, Func<int, IModelSource> source) => new(
        name.Model,
        [.. Enumerable.Range(1, name.Parts).Select(part => new PlannedFile(source(part), name.File(part), null, null))]);

    private FetchPlan As(string name) => new(
        name, [.. Files.Select((file, index) => file with { Name = new GgufName(name, index + 1, Files.Length).File(index + 1) })]);
}

/// <summary>A file that is brought.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Name">Its name in the model folder.</param>
/// <param name="Bytes">The size that it must have; null where that is not known.</param>
/// <param name="Sum">The SHA-256 sum that it must have; null where that is not known.</param>
internal sealed record PlannedFile(IModelSource Source, string Name, long? Bytes, string? Sum);
