using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("NasDaemon.Datasets.Vision.Tests")]
[assembly: InternalsVisibleTo("NasDaemon.Benchmarks")]
