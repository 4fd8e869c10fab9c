using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("NasDaemon.Pipeline.Tests")]
[assembly: InternalsVisibleTo("NasDaemon.Testing")]
[assembly: InternalsVisibleTo("NasDaemon.Tests")]
