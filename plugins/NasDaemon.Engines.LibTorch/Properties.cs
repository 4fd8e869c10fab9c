using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("NasDaemon.Engines.LibTorch.Tests")]
[assembly: InternalsVisibleTo("NasDaemon.Benchmarks")]
