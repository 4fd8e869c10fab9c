using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("NasDaemon.Reports.Html.Tests")]
