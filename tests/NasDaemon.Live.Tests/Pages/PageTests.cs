using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Live.Tests.Support;
using NasDaemon.Pipeline.Outbox;
using NasDaemon.Testing.Browser;
using NasDaemon.Testing.Contracts;

namespace NasDaemon.Live.Tests.Pages;

/// <summary>The page as Chromium shows it.</summary>
public sealed class PageTests
{
    private const string Hostile = "<img src=x onerror=\"document.title='taken'\">";

    [Fact]
    public async Task Show_HostileNamesMessagesAndFailures_AreText()
    {
        await using var home = await LivePageHome.StartAsync();
        home.Store.Commit(new StoreChange
        {
            Tasks = [Going(Hostile) with { File = $"{Hostile}.yaml" }, StoredRecords.Task("b" + Hostile) with { State = TaskState.Rejected, Message = Hostile }],
            Trials = [StoredRecords.Trial(Hostile, 1, state: TrialState.Failed) with { Failure = new Failure(FailureClass.Crashed, Hostile) }],
        });
        home.Feed.Tell(Progress(Hostile) with { Message = Hostile });
        await using var page = await SystemBrowser.OpenAsync(home.Address.AbsoluteUri);

        await page.WaitForAsync("() => document.querySelectorAll('#trials tr').length === 1");

        Assert.Equal(Hostile, Assert.Single(await page.TextsAsync("#detail-title")));
        Assert.Equal(Hostile, Assert.Single(await page.TextsAsync("#detail-message")));
        Assert.Contains(Hostile, Assert.Single(await page.TextsAsync("#trials tr")), StringComparison.Ordinal);
        Assert.Contains("b" + Hostile, Assert.Single(await page.TextsAsync("#ended li")), StringComparison.Ordinal);
        Assert.Equal("NasDaemon", await page.EvaluateAsync<string>("() => document.title"));
        Assert.Equal(0, await page.EvaluateAsync<int>("() => document.images.length"));
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Show_MarkupInAnElement_IsRefusedByThePolicyItself()
    {
        await using var home = await LivePageHome.StartAsync();
        await using var page = await SystemBrowser.OpenAsync(home.Address.AbsoluteUri);

        var outcome = await page.EvaluateAsync<string>("() => { try { document.body.innerHTML = '<p>x</p>'; return 'taken'; } catch (error) { return error.name; } }");

        Assert.Equal("TypeError", outcome);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Show_RunningTaskOnATelephone_FitsItsWidth(bool isDark)
    {
        await using var home = await LivePageHome.StartAsync();
        Fill(home, trials: 40);
        await using var page = await SystemBrowser.OpenAsync($"{home.Address}#token={home.Token}", PageView.Phone with { IsDark = isDark });

        await page.WaitForAsync("() => document.querySelectorAll('#trials tr').length === 40 && document.querySelector('#progress-chart .best')");
        var (window, content) = await page.WidthsAsync();

        Assert.Equal((375, 375), (window, content));
        Assert.Equal(home.Address.AbsoluteUri, await page.EvaluateAsync<string>("() => location.href"));
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Follow_TenThousandTrials_ShowsTheNewestAndGrowsWithEachThatCome()
    {
        await using var home = await LivePageHome.StartAsync();
        Fill(home, trials: 10_000);
        await using var page = await SystemBrowser.OpenAsync(home.Address.AbsoluteUri);
        await page.WaitForAsync("() => document.querySelectorAll('#trials tr').length === 50");

        home.Store.Commit(new StoreChange { Trials = [StoredRecords.Trial("busy", 10_001, accuracy: 0.99)] });
        await page.WaitForAsync("() => document.querySelector('#trials td').textContent === '10001'");
        await page.ClickAsync("#older-trials");
        await page.WaitForAsync("() => document.querySelectorAll('#trials tr').length > 90");

        Assert.Equal("(10,001)", Assert.Single(await page.TextsAsync("#trial-count")));
        Assert.Contains("99.00 %", (await page.TextsAsync("#trials tr"))[0], StringComparison.Ordinal);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Form_WhileItIsTyped_SaysWhatIsWrongAndWhere()
    {
        await using var home = await LivePageHome.StartAsync();
        await using var page = await SystemBrowser.OpenAsync($"{home.Address}#token={home.Token}");

        await page.FillAsync("#yaml", LivePageHome.GoodTask.Replace("mnist", "mnits", StringComparison.Ordinal));
        await page.WaitForAsync("() => document.getElementById('problems').textContent.includes('mnits')");
        var problem = Assert.Single(await page.TextsAsync("#problems li"));
        var wasLocked = await page.EvaluateAsync<bool>("() => document.getElementById('submit').disabled");
        await page.FillAsync("#yaml", LivePageHome.GoodTask);
        await page.WaitForAsync("() => !document.getElementById('submit').disabled");

        Assert.Contains("line 2, column 10", problem, StringComparison.Ordinal);
        Assert.Contains("There is no data set 'mnits'. Did you mean 'mnist'?", problem, StringComparison.Ordinal);
        Assert.True(wasLocked);
        Assert.Equal("Nothing is wrong: task fresh.", Assert.Single(await page.TextsAsync("#verdict")));
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Token_TypedIn_OpensTheFormAndAWrongOneDoesNot()
    {
        await using var home = await LivePageHome.StartAsync();
        await using var page = await SystemBrowser.OpenAsync(home.Address.AbsoluteUri);

        await page.FillAsync("#token", "wrong");
        await page.ClickAsync("#lock-form button");
        await page.WaitForAsync("() => document.getElementById('lock-problem').textContent !== ''");
        var isClosed = await page.EvaluateAsync<bool>("() => document.getElementById('new-form').inert");
        await page.FillAsync("#token", home.Token);
        await page.ClickAsync("#lock-form button");
        await page.WaitForAsync("() => document.getElementById('lock').hidden && !document.getElementById('submit').disabled === false");

        Assert.True(isClosed);
        Assert.False(await page.EvaluateAsync<bool>("() => document.getElementById('new-form').inert"));
        Assert.Empty(page.Errors);
    }

    private static void Fill(LivePageHome home, int trials)
    {
        home.Store.Commit(new StoreChange
        {
            Tasks = [Going("busy"), Going("a-task-whose-name-is-so-long-that-it-needs-more-than-one-line-here") with { State = TaskState.Waiting }],
            Trials = [.. Enumerable.Range(1, trials).Select(number => StoredRecords.Trial("busy", number, accuracy: number % 89 / 100.0))],
            Epochs = [.. Enumerable.Range(Math.Max(1, trials - 5), 3).SelectMany(number => Enumerable.Range(1, 4).Select(epoch => StoredRecords.Epoch("busy", number, epoch)))],
        });
        home.Feed.Tell(Progress("busy"));
    }

    private static TaskRecord Going(string id) => StoredRecords.Task(id) with { Ended = null, Message = null };

    private static TaskProgress Progress(string id) => new(
        id,
        TaskState.Searching,
        StoredRecords.Moment,
        Seconds: 12.5,
        RemainingSeconds: 90,
        new StatusCounts(Proposed: 50, Refused: 4, Duplicates: 2, Trained: 40, Finished: 38, Failed: 1, Budget: 100),
        new BestSoFar(7, 0.91, 12_345, 678_901),
        [new RunningTrial(3, TrialKind.Search, 1, 4, 0.5)]);
}
