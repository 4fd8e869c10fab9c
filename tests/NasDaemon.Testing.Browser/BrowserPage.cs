using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace NasDaemon.Testing.Browser;

/// <summary>A page in the browser, and what it complained of and asked for since it was opened.</summary>
public sealed class BrowserPage : IAsyncDisposable
{
    internal const float Patience = 120_000;

    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ConcurrentQueue<string> _requests = new();

    internal BrowserPage(IPage page)
    {
        Page = page;
        // Generous, since the tests of many projects may share the processor.
        page.SetDefaultTimeout(Patience);
        // Chromium tells what a policy blocked as an error too, so a refused script or style is among them.
        page.Console += (_, message) => Note(_errors, message.Type is "error" or "warning", $"{message.Type}: {message.Text}");
        page.PageError += (_, error) => _errors.Enqueue(error);
        page.Request += (_, request) => Note(_requests, !request.IsNavigationRequest, request.Url);
    }

    /// <summary>Playwright's page, for what is not here.</summary>
    public IPage Page { get; }

    /// <summary>What the console shows as errors and warnings, and what scripts threw.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>What the page asked for besides itself, from wherever.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>How wide the window is, and how wide what is in it; a page that fits is not wider.</summary>
    /// <returns>Both in CSS pixels.</returns>
    public async Task<(int Window, int Content)> WidthsAsync() => (
        await EvaluateAsync<int>("() => window.innerWidth").ConfigureAwait(false),
        await EvaluateAsync<int>("() => document.documentElement.scrollWidth").ConfigureAwait(false));

    /// <summary>Gives the window another width.</summary>
    /// <param name="width">The width in CSS pixels.</param>
    /// <returns>When it is done.</returns>
    public Task ResizeAsync(int width) => Page.SetViewportSizeAsync(width, Page.ViewportSize!.Height);

    /// <summary>Changes what the user prefers.</summary>
    /// <param name="isDark">Whether that is dark pages.</param>
    /// <returns>When it is done.</returns>
    public Task UseColoursAsync(bool isDark) => Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = Scheme(isDark) });

    /// <summary>Shows the page as it would be printed, or on a screen again.</summary>
    /// <param name="isPrinted">Whether it is printed.</param>
    /// <returns>When it is done.</returns>
    public Task UsePrintAsync(bool isPrinted) => Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = isPrinted ? Media.Print : Media.Screen });

    /// <summary>Calls a function in the page.</summary>
    /// <typeparam name="T">What it returns.</typeparam>
    /// <param name="function">The function, as <c>() => …</c>.</param>
    /// <returns>What it returned.</returns>
    public Task<T> EvaluateAsync<T>(string function) => Page.EvaluateAsync<T>(function);

    /// <summary>The text of every element that a selector finds, in the order of the page.</summary>
    /// <param name="selector">A CSS selector.</param>
    /// <returns>The texts as they are seen.</returns>
    public Task<IReadOnlyList<string>> TextsAsync(string selector) => Page.Locator(selector).AllInnerTextsAsync();

    /// <summary>Clicks on the only element that a selector finds.</summary>
    /// <param name="selector">A CSS selector.</param>
    /// <returns>When it is done.</returns>
    public Task ClickAsync(string selector) => Page.Locator(selector).ClickAsync();

    /// <summary>Types a text into the only field that a selector finds, in place of what was there.</summary>
    /// <param name="selector">A CSS selector.</param>
    /// <param name="text">The text.</param>
    /// <returns>When it is done.</returns>
    public Task FillAsync(string selector, string text) => Page.Locator(selector).FillAsync(text);

    /// <summary>Waits until the function in the page returns something true.</summary>
    /// <param name="function">The function, as <c>() => …</c>.</param>
    /// <returns>When it does; it fails after two minutes.</returns>
    public Task WaitForAsync(string function) => Page.WaitForFunctionAsync(function);

    /// <summary>Takes a picture of the page.</summary>
    /// <param name="path">Where the PNG file is written.</param>
    /// <param name="isWhole">Whether of all of it rather than of what the window shows.</param>
    /// <returns>When it is written.</returns>
    public Task ScreenshotAsync(string path, bool isWhole = true) => Page.ScreenshotAsync(new PageScreenshotOptions { Path = path, FullPage = isWhole });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync().ConfigureAwait(false);

    internal static ColorScheme Scheme(bool isDark) => isDark ? ColorScheme.Dark : ColorScheme.Light;

    internal Task GoToAsync(string address) => Page.GotoAsync(File.Exists(address) ? new Uri(Path.GetFullPath(address)).AbsoluteUri : address);

    private static void Note(ConcurrentQueue<string> list, bool isNoted, string text)
    {
        if (isNoted)
        {
            list.Enqueue(text);
        }
    }
}
