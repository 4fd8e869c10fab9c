namespace NasDaemon.Live.Security;

/// <summary>The content security policies of what is served.</summary>
internal static class Policies
{
    /// <summary>Of the page: its own scripts and styles, nothing else, and no text ever becomes markup or script (Trusted Types without a policy).</summary>
    public const string Page =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    /// <summary>
    /// Of a report, which shows sources that a model wrote: it runs its own script apart from this site, so that whatever it does, it reaches
    /// neither the token nor the daemon.
    /// </summary>
    public const string Report =
        "sandbox allow-scripts allow-popups allow-downloads allow-modals; default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
        + "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Of every other file: nothing.</summary>
    public const string File = "sandbox; default-src 'none'; frame-ancestors 'none'";
}
