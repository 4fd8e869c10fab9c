using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("NasDaemon.Pipeline.Tests")]
[assembly: InternalsVisibleTo("NasDaemon.Tests")]
