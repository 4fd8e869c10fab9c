using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("NasDaemon.Exports.Tests")]
