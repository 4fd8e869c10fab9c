using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("NasDaemon.Reports.Text.Tests")]
