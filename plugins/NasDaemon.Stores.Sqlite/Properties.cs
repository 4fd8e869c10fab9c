using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("NasDaemon.Stores.Sqlite.Tests")]
