using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("NasDaemon.Reports.TensorBoard.Tests")]
