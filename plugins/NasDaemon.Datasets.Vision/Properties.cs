using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("NasDaemon.Datasets.Vision.Tests")]
