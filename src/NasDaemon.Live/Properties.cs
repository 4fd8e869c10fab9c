using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("NasDaemon.Live.Tests")]
