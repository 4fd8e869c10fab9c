using NasDaemon.Reports.Html.Sections;
using NasDaemon.Testing.Browser;
using NasDaemon.Testing.Reports;

namespace NasDaemon.Reports.Html.Tests.Pages;

public sealed class TaskPageTests
{
    // Cells of one word that take several lines.
    private const string BrokenFigures = """
        () => [...document.querySelectorAll('#trials-table tbody td')].filter(cell => {
          const range = document.createRange();
          range.selectNodeContents(cell);
          return !cell.textContent.includes(' ') && range.getClientRects().length > 1;
        }).length
        """;

    public static TheoryData<int, bool> Views => new() { { 375, false }, { 375, true }, { 1400, false }, { 1400, true } };

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Page_AnyWidthAndColours_FitsReadsWellAndAsksForNothing(int width, bool isDark)
    {
        await using var page = await WrittenPage.OpenAsync(SampleTasks.WithNetwork(), new PageView(width, isDark));

        await page.CheckAsync();
        Assert.Empty(await page.Browser.EvaluateAsync<string[]>(PageChecks.PoorContrast));
        Assert.Empty(await page.Browser.EvaluateAsync<string[]>(PageChecks.Overlaps));
        Assert.Empty(await page.Browser.EvaluateAsync<string[]>(PageChecks.Unreadable));
    }

    [Fact]
    public async Task Page_Task_HasItsSevenPartsInOrder()
    {
        await using var page = await WrittenPage.OpenAsync(SampleTasks.WithNetwork());

        Assert.Equal(
            ["The best network", "Progress", "Accuracy and cost", "What became of the proposals", "Every trial", "What was done"],
            await page.Browser.TextsAsync("h2"));
        Assert.Contains("98.64 % to 99.06 %", string.Concat(await page.Browser.TextsAsync("header")), StringComparison.Ordinal);
        Assert.Contains("1 connection skips rows", await page.Browser.EvaluateAsync<string>("() => document.querySelector('#network-picture-text').textContent"), StringComparison.Ordinal);
        Assert.Contains("mat1 and mat2 shapes cannot be multiplied", string.Concat(await page.Browser.TextsAsync("#funnel")), StringComparison.Ordinal);
        Assert.Equal(["6 (100 %)", "6 (100 %)", "5 (83 %)", "5 (83 %)", "4 (67 %)", "4 (67 %)", "2 (33 %)"], await page.Browser.TextsAsync(".funnel .count"));
        Assert.Equal(1, await page.Browser.EvaluateAsync<int>("() => document.querySelectorAll('#curves .broken').length"));
        Assert.Contains("seed: 7", string.Concat(await page.Browser.TextsAsync("#method pre")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_TrialsOfOneEpoch_SaysWhyThereAreNoCurves()
    {
        var sample = SampleTasks.WithNetwork();
        var trials = sample.Trials.Select(trial => trial with { Epochs = [.. trial.Epochs.Take(1)] });

        await using var page = await WrittenPage.OpenAsync(sample with { Trials = [.. trials] });

        Assert.Equal(0, await page.Browser.EvaluateAsync<int>("() => document.querySelectorAll('#curves').length"));
        Assert.Contains("which make no curve", string.Concat(await page.Browser.TextsAsync("main")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_HeadClicked_SortsAndLeavesTheUnknownLast()
    {
        await using var page = await WrittenPage.OpenAsync(SampleTasks.WithNetwork());

        await page.Browser.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Validation accuracy" }).ClickAsync();
        Assert.Equal(["2", "1", "3", "4", "5", "6"], await RowsAsync(page));
        Assert.Equal("descending", await page.Browser.EvaluateAsync<string>("() => document.querySelector('th[aria-sort]').getAttribute('aria-sort')"));

        await page.Browser.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Validation accuracy" }).ClickAsync();
        Assert.Equal(["3", "1", "2", "4", "5", "6"], await RowsAsync(page));
    }

    [Fact]
    public async Task Page_WordsAndStateChosen_ShowsTheRowsThatHaveThem()
    {
        await using var page = await WrittenPage.OpenAsync(SampleTasks.WithNetwork());

        await page.Browser.FillAsync("#trials-table-words", "shape cannot");
        Assert.Equal(["6"], await RowsAsync(page));
        Assert.Equal(["1 of 6 rows"], await page.Browser.TextsAsync("#trials-table-controls output"));

        await page.Browser.FillAsync("#trials-table-words", string.Empty);
        await page.Browser.Page.SelectOptionAsync("#trials-table-state", "finished");
        Assert.Equal(["1", "2"], await RowsAsync(page));
    }

    [Fact]
    public async Task Page_NumberClicked_OpensTheCandidateInFull()
    {
        await using var page = await WrittenPage.OpenAsync(SampleTasks.WithNetwork());
        Assert.False(await page.Browser.Page.IsVisibleAsync("#candidate-6"));

        await page.Browser.ClickAsync("#trials-table a[href='#candidate-6']");

        await page.Browser.WaitForAsync("() => document.getElementById('candidate-6').checkVisibility()");
        var text = string.Concat(await page.Browser.TextsAsync("#candidate-6"));
        Assert.Contains("shape mismatch, line 9: mat1 and mat2", text, StringComparison.Ordinal);
        Assert.Contains("in_features must be 784", text, StringComparison.Ordinal);
        Assert.Contains("class Net(nn.Module):", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">")]
    [InlineData("\"><style>*{display:none}</style>' onclick='x")]
    [InlineData("</title></script></style></pre></svg><h1>taken</h1><a href=javascript:alert(1)>x</a>")]
    public async Task Page_HostileText_StaysText(string hostile)
    {
        await using var page = await WrittenPage.OpenAsync(SampleTasks.WithNetwork(SampleReport.With(hostile)), PageView.Phone);

        await page.CheckAsync();
        Assert.Equal("digits-2: NasDaemon's report", await page.Browser.EvaluateAsync<string>("() => document.title"));
        Assert.Equal((1, 1, 0, 1), await CountsAsync(page));
        Assert.Contains(hostile, await page.Browser.EvaluateAsync<string>("() => document.querySelector('blockquote').textContent"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WrittenByAModel_TellsPromptTemperatureAndWhatWasDone()
    {
        var prompt = $"{new string('-', 20_000)}<b>prompt</b>";
        await using var page = await WrittenPage.OpenAsync(SampleTasks.WithNetwork(WrittenReport.Create(prompt)));

        await page.CheckAsync();
        var text = await page.Browser.EvaluateAsync<string>("() => document.getElementById('candidate-2').textContent");
        Assert.Contains(prompt, text, StringComparison.Ordinal);
        Assert.Contains("The prompt had to do without: ---", text, StringComparison.Ordinal);
        Assert.Contains("0.8000", text, StringComparison.Ordinal);
        Assert.Contains("1234567", text, StringComparison.Ordinal);
        Assert.Contains("mended without the model", text, StringComparison.Ordinal);
        Assert.Contains("What the language model wrote", string.Concat(await page.Browser.TextsAsync("h3")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_NothingTrained_SaysSo()
    {
        await using var page = await WrittenPage.OpenAsync(SampleReport.Nothing(), PageView.Phone);

        await page.CheckAsync();
        Assert.Empty(await page.Browser.EvaluateAsync<string[]>(PageChecks.Unreadable));
        Assert.Contains("No network.", string.Concat(await page.Browser.TextsAsync(".answer")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_TenThousandTrials_OpensSortsAndTellsTheBestInFull()
    {
        var report = SampleTasks.Large(10_000);
        Assert.InRange(TaskPage.Of(report).Length, 1_000_000, 12_000_000);

        await using var page = await WrittenPage.OpenAsync(report);

        await page.CheckAsync();
        Assert.Equal(10_000, await page.Browser.EvaluateAsync<int>("() => document.querySelectorAll('#trials-table tbody tr').length"));
        Assert.Equal(DetailSelection.Most, await page.Browser.EvaluateAsync<int>("() => document.querySelectorAll('[id^=candidate-]').length"));
        Assert.Contains("250 candidates of 10,000 are told in full", string.Concat(await page.Browser.TextsAsync("#trials > p")), StringComparison.Ordinal);
        await page.Browser.EvaluateAsync<object>("() => document.querySelectorAll('#trials-table button')[3].click()");
        Assert.Equal("99.98 %", await page.Browser.EvaluateAsync<string>("() => document.querySelector('#trials-table').tBodies[0].rows[0].cells[3].textContent"));
    }

    [Fact]
    public async Task Page_Printed_ShowsNothingThatScrollsOrIsForClicks()
    {
        await using var page = await WrittenPage.OpenAsync(SampleTasks.WithNetwork(), new PageView(794));

        await page.Browser.UsePrintAsync(true);

        await page.CheckAsync();
        Assert.False(await page.Browser.Page.IsVisibleAsync("nav"));
        Assert.False(await page.Browser.Page.IsVisibleAsync("#trials-table-controls"));
        Assert.Equal(0, await page.Browser.EvaluateAsync<int>("() => [...document.querySelectorAll('.scroll, pre')].filter(part => part.scrollHeight > part.clientHeight + 1).length"));
        Assert.Equal(0, await page.Browser.EvaluateAsync<int>(BrokenFigures));
    }

    private static Task<string[]> RowsAsync(WrittenPage page) => page.Browser.EvaluateAsync<string[]>(
        "() => [...document.querySelectorAll('#trials-table tbody tr')].filter(row => !row.hidden).map(row => row.cells[0].textContent)");

    private static async Task<(int Scripts, int Styles, int Images, int Headings)> CountsAsync(WrittenPage page)
    {
        var counts = await page.Browser.EvaluateAsync<int[]>("() => ['script', 'style', 'img', 'h1'].map(name => document.getElementsByTagName(name).length)");
        return (counts[0], counts[1], counts[2], counts[3]);
    }
}
