using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("NasDaemon.Architectures.Tests")]
[assembly: InternalsVisibleTo("NasDaemon.Exports")]
[assembly: InternalsVisibleTo("NasDaemon.Exports.Tests")]
