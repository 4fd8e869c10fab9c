using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("NasDaemon.Search.Spaces.Tests")]
