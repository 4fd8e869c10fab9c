using NasDaemon.LanguageModels.LlamaCpp.Interop;

namespace NasDaemon.LanguageModels.LlamaCpp.Decoding;

/// <summary>The sequences of the cache. Sequences that share a beginning share its cells.</summary>
internal sealed class CacheMemory
{
    private const int ToTheEnd = -1;
    private readonly nint _memory;
    private readonly Stack<int> _free;

    /// <summary>Takes the cache of a context, which is empty.</summary>
    public CacheMemory(ContextHandle context, int sequences)
    {
        _memory = Llama.llama_get_memory(context);
        _free = new Stack<int>(Enumerable.Range(0, sequences).Reverse());
    }

    /// <summary>How many sequences are free.</summary>
    public int Free => _free.Count;

    /// <summary>Takes a sequence that is empty; there must be one.</summary>
    public int Take() => _free.Pop();

    /// <summary>Empties a sequence and gives it back.</summary>
    public void GiveBack(int sequence)
    {
        Llama.llama_memory_seq_rm(_memory, sequence, 0, ToTheEnd);
        _free.Push(sequence);
    }

    /// <summary>Lets a sequence begin with the first tokens of another.</summary>
    public void Share(int source, int target, int length)
    {
        if (length > 0)
        {
            Llama.llama_memory_seq_cp(_memory, source, target, 0, length);
        }
    }

    /// <summary>Cuts a sequence back.</summary>
    public void Cut(int sequence, int length) => Llama.llama_memory_seq_rm(_memory, sequence, length, ToTheEnd);
}
