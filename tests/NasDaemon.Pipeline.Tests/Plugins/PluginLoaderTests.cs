using Microsoft.Extensions.Logging.Abstractions;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Pipeline.Plugins;
using NasDaemon.Testing;

namespace NasDaemon.Pipeline.Tests.Plugins;

public sealed class PluginLoaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Load_GoodPlugin_IsActiveAndItsComponentCanBeMade()
    {
        PluginCompiler.Build(_folder.Path, "Good", Space("tiny"));

        using var set = Load();

        var plugin = Assert.Single(set.Plugins);
        Assert.Equal((PluginState.Active, null, "Test plugin."), (plugin.State, plugin.Reason, plugin.Summary));
        var space = set.Catalogue.Spaces["tiny"];
        Assert.Equal("Good", space.Plugin);
        Assert.Equal("class Net", space.Create(null!).Build(null!, new NetworkShape([1, 28, 28], 10)));
    }

    [Fact]
    public void Load_ManyBadPluginsAmongGoodOnes_KeepsTheGoodOnes()
    {
        PluginCompiler.Build(_folder.Path, "A", Space("first"));
        PluginCompiler.Build(_folder.Path, "B", "public class Nothing { }");
        Directory.CreateDirectory(_folder.Combine("C"));
        PluginCompiler.Build(_folder.Path, "D", Space("last"));

        using var set = Load();

        Assert.Equal([PluginState.Active, PluginState.Failed, PluginState.Failed, PluginState.Active], set.Plugins.Select(plugin => plugin.State));
        Assert.Equal(["first", "last"], set.Catalogue.Spaces.Names);
    }

    [Fact]
    public void Load_FolderWithoutAssembly_SaysWhatIsMissing()
    {
        Directory.CreateDirectory(_folder.Combine("Empty"));

        Assert.Contains("holds no Empty.dll", Failed().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ThrowingConstructor_GivesItsMessage()
    {
        PluginCompiler.Build(_folder.Path, "Throwing", Plugin("", "public Entry() => throw new InvalidOperationException(\"no licence\");"));

        Assert.Equal("It threw InvalidOperationException: no licence", Failed().Reason);
    }

    [Fact]
    public void Load_ThrowingRegister_TakesNoneOfItsComponents()
    {
        PluginCompiler.Build(_folder.Path, "Throwing", Space("half", "throw new TimeoutException(\"too late\");"));

        using var set = Load();

        Assert.Equal("It threw TimeoutException: too late", Assert.Single(set.Plugins).Reason);
        Assert.Empty(set.Catalogue.Spaces);
    }

    [Fact]
    public void Load_MissingDependency_NamesIt()
    {
        var library = PluginCompiler.BuildLibrary(_folder.Combine("Absent.dll"), "public static class Absent { public static int Value() => 1; }");
        PluginCompiler.Build(_folder.Path, "Needy", Plugin("if (Absent.Value() == 1) { return; }"), library);
        File.Delete(library);

        Assert.Contains("The assembly Absent is missing", Failed().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_DependencyThatOnlyTheDaemonHas_IsMissingNevertheless()
    {
        var daemons = typeof(YamlDotNet.Core.IParser).Assembly.Location;
        PluginCompiler.Build(_folder.Path, "Borrowing", Plugin("if (new YamlDotNet.Core.Mark().Line > 5) { return; }"), daemons);

        Assert.Contains("The assembly YamlDotNet is missing", Failed().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_TwoVersionsOfOnePrivateDependency_GivesEachPluginItsOwn()
    {
        foreach (var version in new[] { 1, 2 })
        {
            var library = PluginCompiler.BuildLibrary(
                _folder.Combine($"P{version}", "Helper.dll"),
                $"public static class Helper {{ public static string Name => \"helped-{version}\"; }}",
                $"{version}.0.0.0");
            PluginCompiler.Build(_folder.Path, $"P{version}", Space("\" + Helper.Name + \""), library);
        }

        using var set = Load();

        Assert.Equal(["helped-1", "helped-2"], set.Catalogue.Spaces.Names);
    }

    [Fact]
    public void Load_NoPluginClass_SaysWhatIsWanted()
    {
        PluginCompiler.Build(_folder.Path, "Library", "public class Nothing { }");

        Assert.Equal("One public class must implement IPlugin; none does.", Failed().Reason);
    }

    [Fact]
    public void Load_TwoPluginClasses_NamesThem()
    {
        PluginCompiler.Build(_folder.Path, "Two", Plugin("") + Plugin("").Replace("Entry", "Other", StringComparison.Ordinal));

        Assert.Equal("One public class must implement IPlugin; these do: Entry, Other.", Failed().Reason);
    }

    [Fact]
    public void Load_NotAnAssembly_SaysSo()
    {
        Directory.CreateDirectory(_folder.Combine("Text"));
        File.WriteAllText(_folder.Combine("Text", "Text.dll"), "not an assembly");

        Assert.Contains("not a .NET assembly", Failed().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_WrongContractVersion_IsIncompatible()
    {
        // A contract of another version under the same name stands in for the one that the plugin was built for.
        var contract = PluginCompiler.BuildLibrary(_folder.Combine("NasDaemon.Abstractions.dll"), "public class Marker { }", "0.9.0.0");
        var path = PluginCompiler.BuildAgainst(_folder.Path, "Future", "public class Uses { public Marker M = new Marker(); }", contract);
        File.Delete(contract);

        var plugin = Failed();

        Assert.Equal((PluginState.Incompatible, path), (plugin.State, plugin.Path));
        Assert.Contains("version 0.9 of the contracts", plugin.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NameThatAnotherPluginTook_FailsTheLaterOneByName()
    {
        PluginCompiler.Build(_folder.Path, "First", Space("same"));
        PluginCompiler.Build(_folder.Path, "Second", Space("same"));

        using var set = Load();

        Assert.Equal([PluginState.Active, PluginState.Failed], set.Plugins.Select(plugin => plugin.State));
        Assert.Contains("the search space 'same' exists already, from the plugin First", set.Plugins[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_IllegalDescription_ListsEveryProblem()
    {
        PluginCompiler.Build(_folder.Path, "Sloppy", Plugin("""
            registry.AddSpace(
                new ComponentDescription("Bad Name", "x", [new IntegerOption("Width", "x", 9, 1, 5), new FlagOption("name", "x", true)]), _ => null!);
            """));

        var reason = Failed().Reason!;

        Assert.Contains("'Bad Name'", reason, StringComparison.Ordinal);
        Assert.Contains("option name 'Width'", reason, StringComparison.Ordinal);
        Assert.Contains("the default of the option 'Width'", reason, StringComparison.Ordinal);
        Assert.Contains("option name 'name'", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_FolderThatDoesNotExist_HasNoPlugins()
    {
        using var set = new PluginLoader(NullLogger<PluginLoader>.Instance).Load(_folder.Combine("nowhere"));

        Assert.Empty(set.Plugins);
    }

    [Fact]
    public void Unknown_MisspeltName_AsksForTheNearest()
    {
        PluginCompiler.Build(_folder.Path, "Good", Space("chain"));

        using var set = Load();

        Assert.Equal("There is no search space 'chian'. Did you mean 'chain'?", set.Catalogue.Spaces.Unknown("chian"));
        Assert.Equal("There is no search space 'zzz'. Known are: chain.", set.Catalogue.Spaces.Unknown("zzz"));
        Assert.Equal("There is no store 'sqlite'. None is known here.", set.Catalogue.Stores.Unknown("sqlite"));
    }

    public void Dispose() => _folder.Dispose();

    private static string Plugin(string register, string members = "") => $$"""
        public sealed class Entry : IPlugin
        {
            {{members}}
            public string Summary => "Test plugin.";
            public void Register(IComponentRegistry registry) { {{register}} }
        }
        """;

    private static string Space(string name, string after = "") => Plugin($"""
        registry.AddSpace(new ComponentDescription("{name}", "A space."), _ => new Space()); {after}
        """) + "public sealed class Space : ISearchSpace { public string Build(IChoices choices, NetworkShape shape) => \"class Net\"; }";

    private PluginSet Load() => new PluginLoader(NullLogger<PluginLoader>.Instance).Load(_folder.Path);

    private LoadedPlugin Failed()
    {
        using var set = Load();
        var plugin = Assert.Single(set.Plugins);
        Assert.NotEqual(PluginState.Active, plugin.State);
        Assert.All(set.Catalogue.Sets, components => Assert.Empty(components.Names));
        return plugin;
    }
}
