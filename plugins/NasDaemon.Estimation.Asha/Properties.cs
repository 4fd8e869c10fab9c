using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("NasDaemon.Estimation.Asha.Tests")]
