using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("NasDaemon.Search.Evolution.Tests")]
