using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("NasDaemon.Search.Spaces.Tests")]
[assembly: InternalsVisibleTo("NasDaemon.Search.Evolution.Tests")]
[assembly: InternalsVisibleTo("NasDaemon.Search.Bayesian.Tests")]
