using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("NasDaemon.LanguageModels.OpenAI.Tests")]
