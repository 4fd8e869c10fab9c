using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("NasDaemon.Engines.Table.Tests")]
