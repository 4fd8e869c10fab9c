using NasDaemon.Abstractions.Reports;
using NasDaemon.Testing;
using NasDaemon.Testing.Browser;

namespace NasDaemon.Reports.Html.Tests.Pages;

/// <summary>A report as it lies in the outbox, opened in a browser.</summary>
internal sealed class WrittenPage : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;

    private WrittenPage(TemporaryFolder folder, BrowserPage browser) => (_folder, Browser) = (folder, browser);

    /// <summary>The page.</summary>
    public BrowserPage Browser { get; }

    /// <summary>Writes and opens the report of a task.</summary>
    public static Task<WrittenPage> OpenAsync(TaskReport report, PageView? view = null) =>
        OpenAsync(folder => new HtmlReportWriter().WriteAsync(report, folder, CancellationToken.None), view);

    /// <summary>Writes and opens the report of an experiment.</summary>
    public static Task<WrittenPage> OpenAsync(ExperimentReport report, PageView? view = null) =>
        OpenAsync(folder => new HtmlReportWriter().WriteAsync(report, folder, CancellationToken.None), view);

    /// <summary>Fails where the page complained, asked for something, or is wider than its window.</summary>
    public async Task CheckAsync()
    {
        Assert.Empty(Browser.Errors);
        Assert.Empty(Browser.Requests);
        var (window, content) = await Browser.WidthsAsync();
        Assert.True(content <= window, $"The page is {content} pixels wide in a window of {window}.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _folder.Dispose();
    }

    private static async Task<WrittenPage> OpenAsync(Func<string, Task> write, PageView? view)
    {
        var folder = new TemporaryFolder();
        await write(folder.Path);
        var file = Assert.Single(Directory.GetFiles(folder.Path));
        Assert.Equal(HtmlReportWriter.FileName, Path.GetFileName(file));
        return new WrittenPage(folder, await SystemBrowser.OpenAsync(file, view));
    }
}
