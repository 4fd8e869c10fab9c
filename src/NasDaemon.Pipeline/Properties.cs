using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("NasDaemon.Pipeline.Tests")]
