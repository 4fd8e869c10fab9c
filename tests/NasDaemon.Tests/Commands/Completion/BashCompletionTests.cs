using NasDaemon.Abstractions.Storage;
using NasDaemon.Testing.Contracts;
using NasDaemon.Tests.Support;

namespace NasDaemon.Tests.Commands.Completion;

public sealed class BashCompletionTests
{
    // What bash itself sets when the user presses the tabulator key.
    private const string Script = """
        PATH="$1:$PATH"
        source <(nasdaemon completion bash)
        press() {
            COMP_LINE="$1" COMP_POINT=${#1}
            read -ra COMP_WORDS <<< "$1"
            [[ "$1" == *' ' ]] && COMP_WORDS+=('')
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _nasdaemon
            echo "${COMPREPLY[@]}"
        }
        press 'nasdaemon sta'
        press 'nasdaemon status --wa'
        press "$1/nasdaemon report go"
        press 'nasdaemon cancel '
        press 'nasdaemon model get qwen2.5-coder-1.'
        press 'nasdaemon compare open/'
        complete -p nasdaemon
        """;

    [Fact]
    public async Task Bash_CommandsOptionsAndNames_AreCompleted()
    {
        using var home = new StoredHome();
        home.Commit(new StoreChange { Tasks = [StoredRecords.Task("good", TaskState.Done), StoredRecords.Task("open") with { Ended = null }, StoredRecords.Task("open/arm/mnist/0")] });

        var run = await ProcessRun.RunAsync("bash", home.Path, "--norc", "-c", Script, "bash", Path.GetDirectoryName(Build.Executable)!);

        var lines = run.Output.Split('\n');
        Assert.Equal(["status", "--watch", "good"], lines[..3]);
        Assert.Contains("open", lines[3].Split(' '));
        Assert.DoesNotContain("good", lines[3].Split(' '));
        Assert.All(lines[3].Split(' '), word => Assert.Matches("^[a-z-]+$", word));
        Assert.Equal("qwen2.5-coder-1.5b", lines[4]);
        Assert.Equal("open/arm", lines[5]);
        Assert.Equal("complete -o default -F _nasdaemon nasdaemon", lines[6]);
    }
}
