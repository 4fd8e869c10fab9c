using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("NasDaemon.Search.Choosing.Tests")]
