using System.Security.Cryptography;
using System.Text;

namespace NasDaemon.Reports.Html.Markup;

/// <summary>What stands around every page: one file that asks for nothing, and that a browser lets do nothing but what is in it.</summary>
internal static class PageShell
{
    private static readonly string Style = Resource("report.css");
    private static readonly string Script = Resource("report.js");

    /// <summary>Writes a page.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="write">Writes what stands in it.</param>
    /// <returns>The whole file.</returns>
    public static string Write(string title, Action<HtmlWriter> write)
    {
        var html = new HtmlWriter();
        html.Own("<!DOCTYPE html>\n");
        using (html.Open("html", ("lang", "en")))
        {
            using (html.Open("head"))
            {
                html.Single("meta", ("charset", "utf-8"));
                html.Single("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy()));
                html.Single("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
                html.Single("meta", ("name", "color-scheme"), ("content", "light dark"));
                html.Single("meta", ("name", "referrer"), ("content", "no-referrer"));
                html.Element("title", title);
                html.Own($"<style>{Style}</style>");
            }

            using (html.Open("body"))
            {
                write(html);
                html.Own($"<script>{Script}</script>");
            }
        }

        return html.ToString() + "\n";
    }

    /// <summary>Nothing may be loaded from anywhere, and of scripts and styles only ours may act: a hash stands for each.</summary>
    private static string Policy() =>
        $"default-src 'none'; style-src {Hash(Style)}; script-src {Hash(Script)}; base-uri 'none'; form-action 'none'";

    private static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    private static string Resource(string name)
    {
        using var stream = typeof(PageShell).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not part of the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
