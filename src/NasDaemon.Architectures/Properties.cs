using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("NasDaemon.Architectures.Tests")]
