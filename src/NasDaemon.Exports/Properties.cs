using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("NasDaemon.Exports.Tests")]
[assembly: InternalsVisibleTo("NasDaemon.Testing.Onnx")]
