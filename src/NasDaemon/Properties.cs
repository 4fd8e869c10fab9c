using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("NasDaemon.Tests")]
