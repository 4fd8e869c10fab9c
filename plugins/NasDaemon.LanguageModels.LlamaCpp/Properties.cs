using System.Runtime.CompilerServices;

[assembly: DisableRuntimeMarshalling]
[assembly: InternalsVisibleTo("NasDaemon.LanguageModels.LlamaCpp.Tests")]
