using System.Runtime.CompilerServices;

[assembly: DisableRuntimeMarshalling]
[assembly: InternalsVisibleTo("NasDaemon.LanguageModels.LlamaCpp.Tests")]
[assembly: InternalsVisibleTo("NasDaemon.Benchmarks")]
