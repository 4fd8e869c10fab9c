using System.CommandLine;
using System.Text.Json;
using NasDaemon.Commands;
using NasDaemon.Tests.Support;

namespace NasDaemon.Tests.Commands;

/// <summary>What holds of every command there is, so that a new one cannot forget it.</summary>
public sealed class CommandTreeTests(HostileHome home) : IClassFixture<HostileHome>
{
    // Arguments with which each command ends at once. A command that is not here fails the test below: it must be added.
    private static readonly Dictionary<string, string[]> Arguments = new()
    {
        ["run"] = ["--config", "broken.yaml"],
        ["submit"] = ["task.yaml"],
        ["validate"] = ["task.yaml", "broken.yaml"],
        ["status"] = [],
        ["cancel"] = ["hostile"],
        ["report"] = ["hostile"],
        ["trials"] = ["hostile"],
        ["compare"] = ["hostile", "other"],
        ["logs"] = ["hostile"],
        ["gc"] = ["--dry-run"],
        ["trace"] = ["net.py"],
        ["data get"] = ["mnist"],
        ["data list"] = [],
        ["model get"] = ["nonesuch"],
        ["model list"] = [],
        ["model test"] = ["nonesuch"],
        ["export"] = ["hostile", "--to", "exported"],
        ["import"] = ["net.py"],
        ["history"] = ["--to", "history.db"],
        ["archive export"] = ["learnt.jsonl"],
        ["plugins"] = [],
        ["completion"] = ["bash"],
        ["doctor"] = [],
    };

    // What these write is no answer but something for another program: the daemon's log, a script.
    private static readonly HashSet<string> NoSingleAnswer = ["run"];

    public static TheoryData<string> Commands => [.. Leaves(CommandLine.Create(), string.Empty).Select(leaf => leaf.Path)];

    [Fact]
    public void Tree_EveryCommandThatShowsAnything_OffersJson() =>
        Assert.All(Leaves(CommandLine.Create(), string.Empty), leaf => Assert.Contains(leaf.Command.Options, option => option.Name == "--json"));

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Run_OutputRedirected_IsPlainAndAnswersInJson(string command)
    {
        string[] line = [.. command.Split(' '), .. Arguments[command]];

        var plain = await home.Home.RunAsync(line);
        var json = await home.Home.RunAsync([.. line, "--json"]);

        Assert.DoesNotContain('\e', plain.Output + plain.Error + json.Output + json.Error);
        Assert.Equal(plain.ExitCode, json.ExitCode);
        if (json.Output.Length > 0 && !NoSingleAnswer.Contains(command))
        {
            using var answer = JsonDocument.Parse(json.Output);
            Assert.Equal(JsonValueKind.Object, answer.RootElement.ValueKind);
        }
        else
        {
            Assert.NotEqual(0, json.ExitCode);
            Assert.NotEmpty(json.Error);
        }
    }

    private static IEnumerable<(string Path, Command Command)> Leaves(Command command, string path) => command.Subcommands
        .Where(child => !child.Hidden)
        .SelectMany(child => child.Subcommands.Count == 0 ? [($"{path}{child.Name}", child)] : Leaves(child, $"{path}{child.Name} "));
}
