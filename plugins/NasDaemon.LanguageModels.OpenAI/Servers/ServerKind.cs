namespace NasDaemon.LanguageModels.OpenAI.Servers;

/// <summary>Servers that are told apart, since each can do more than the common protocol says.</summary>
internal enum ServerKind
{
    /// <summary>The common protocol and nothing else.</summary>
    Other,

    /// <summary>llama-server of llama.cpp.</summary>
    LlamaServer,

    /// <summary>vLLM.</summary>
    Vllm,

    /// <summary>Ollama.</summary>
    Ollama,

    /// <summary>LM Studio.</summary>
    LMStudio,
}
