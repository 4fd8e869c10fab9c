using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("NasDaemon.Search.Bayesian.Tests")]
[assembly: InternalsVisibleTo("NasDaemon.Benchmarks")]
