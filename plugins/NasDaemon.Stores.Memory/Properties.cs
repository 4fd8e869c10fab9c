using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("NasDaemon.Stores.Memory.Tests")]
