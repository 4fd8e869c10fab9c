using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Sources;
using NasDaemon.Search.Prompting.Writing;

namespace NasDaemon.Search.Prompting.Proposing;

/// <summary>Makes what lets a model write networks.</summary>
/// <param name="model">The model.</param>
/// <param name="sources">Reads what it writes.</param>
/// <param name="repair">Words requests to put a source right.</param>
/// <returns>The writer.</returns>
internal delegate INetworkWriter WriterFactory(ILanguageModel model, ISourceReader sources, IRepairPrompt repair);
