using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NasDaemon.LanguageModels.LlamaCpp.Interop;

/// <summary><c>llama_model_params</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct LlamaModelParams
{
    public nint Devices;
    public nint TensorBufferOverrides;
    public int GpuLayers;
    public int SplitMode;
    public int LoadMode;
    public int LazyMode;
    public int MainGpu;
    public nint TensorSplit;
    public nint ProgressCallback;
    public nint ProgressUserData;
    public nint KvOverrides;
    public byte VocabOnly;
    public byte CheckTensors;
    public byte UseExtraBuffers;
    public byte NoHost;
    public byte NoAlloc;
    public byte LoadMtp;
}

/// <summary><c>llama_context_params</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct LlamaContextParams
{
    public uint Context;
    public uint Batch;
    public uint MicroBatch;
    public uint MaximumSequences;
    public uint RecurrentSnapshots;
    public uint MaximumOutputs;
    public uint MaximumOutputsPerSequence;
    public int Threads;
    public int BatchThreads;
    public int ContextType;
    public int RopeScalingType;
    public int PoolingType;
    public int AttentionType;
    public int FlashAttentionType;
    public float RopeFrequencyBase;
    public float RopeFrequencyScale;
    public float YarnExtension;
    public float YarnAttention;
    public float YarnBetaFast;
    public float YarnBetaSlow;
    public uint YarnOriginalContext;
    public float DefragmentationThreshold;
    public nint EvaluationCallback;
    public nint EvaluationUserData;
    public int KeyType;
    public int ValueType;
    public nint AbortCallback;
    public nint AbortUserData;
    public byte Embeddings;
    public byte OffloadKqv;
    public byte NoPerformance;
    public byte OperatorOffload;
    public byte FullSlidingWindow;
    public byte UnifiedCache;
    public nint Samplers;
    public nuint SamplerCount;
    public nint OtherContext;
}

/// <summary><c>llama_batch</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct LlamaBatch
{
    public int Count;
    public int* Tokens;
    public float* Embeddings;
    public int* Positions;
    public int* SequenceCounts;
    public int** Sequences;
    public byte* Outputs;
}

/// <summary><c>llama_token_data</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct LlamaTokenData
{
    public int Token;
    public float Logit;
    public float Probability;
}

/// <summary><c>llama_token_data_array</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct LlamaTokenDataArray
{
    public LlamaTokenData* Data;
    public nuint Size;
    public long Selected;
    public byte IsSorted;
}

/// <summary><c>llama_model_kv_override</c>: a tag, a key, and a value whose meaning the tag tells.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct LlamaKvOverride
{
    public const int TextLength = 128;

    public int Tag;
    public TextBuffer Key;
    public ValueBuffer Value;

    /// <summary>Room for a text with its end mark.</summary>
    [InlineArray(TextLength)]
    public struct TextBuffer
    {
        private byte _first;
    }

    /// <summary>The union: an integer, a number, a truth value or a text.</summary>
    [InlineArray(TextLength / sizeof(long))]
    public struct ValueBuffer
    {
        private long _first;
    }
}

/// <summary><c>llama_sampler_chain_params</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct LlamaSamplerChainParams
{
    public byte NoPerformance;
}

/// <summary><c>llama_chat_message</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct LlamaChatMessage
{
    public byte* Role;
    public byte* Content;
}
