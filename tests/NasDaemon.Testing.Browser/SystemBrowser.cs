using System.Reflection;
using Microsoft.Playwright;

namespace NasDaemon.Testing.Browser;

/// <summary>The system's Chromium without a window: one for all tests of a process, which ends with the process.</summary>
public static class SystemBrowser
{
    private const string Executable = "/usr/bin/chromium";

    private static readonly Lazy<Task<IBrowser>> Started = new(StartAsync);

    /// <summary>Opens a page in a profile of its own: no cookies, no storage, nothing cached.</summary>
    /// <param name="address">A file's path, or an address with its scheme.</param>
    /// <param name="view">What it is looked at with; a desk's window where none is given.</param>
    /// <returns>The page when it is loaded.</returns>
    public static async Task<BrowserPage> OpenAsync(string address, PageView? view = null)
    {
        var browser = await Started.Value.ConfigureAwait(false);
        var chosen = view ?? PageView.Desk;
        var profile = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = chosen.Width, Height = chosen.Height },
            ColorScheme = BrowserPage.Scheme(chosen.IsDark),
        }).ConfigureAwait(false);
        var page = new BrowserPage(await profile.NewPageAsync().ConfigureAwait(false));
        await page.GoToAsync(address).ConfigureAwait(false);
        return page;
    }

    private static async Task<IBrowser> StartAsync()
    {
        var package = typeof(SystemBrowser).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "PlaywrightPackage");
        Environment.SetEnvironmentVariable("PLAYWRIGHT_DRIVER_SEARCH_PATH", package.Value);
        var playwright = await Playwright.CreateAsync().ConfigureAwait(false);
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            Headless = true,
            Timeout = BrowserPage.Patience,
            // Chromium refuses to run as root with its sandbox; the tests open no page but ours.
            ChromiumSandbox = !Environment.IsPrivilegedProcess,
            Args = ["--disable-gpu", "--disable-dev-shm-usage"],
        }).ConfigureAwait(false);
    }
}
