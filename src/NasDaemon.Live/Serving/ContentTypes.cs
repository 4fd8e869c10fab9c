namespace NasDaemon.Live.Serving;

/// <summary>The media types of files.</summary>
internal static class ContentTypes
{
    /// <summary>Of what is saved and not shown.</summary>
    public const string Other = "application/octet-stream";

    /// <summary>The media type of a file.</summary>
    /// <param name="name">Its name.</param>
    public static string Of(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".json" => "application/json; charset=utf-8",
        ".csv" => "text/csv; charset=utf-8",
        ".md" or ".py" or ".yaml" or ".txt" => "text/plain; charset=utf-8",
        _ => Other,
    };
}
