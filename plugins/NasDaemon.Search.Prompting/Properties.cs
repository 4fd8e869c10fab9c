using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("NasDaemon.Search.Prompting.Tests")]
[assembly: InternalsVisibleTo("NasDaemon.Benchmarks")]
