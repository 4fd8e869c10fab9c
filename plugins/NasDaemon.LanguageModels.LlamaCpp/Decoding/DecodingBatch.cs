using System.Runtime.InteropServices;
using NasDaemon.LanguageModels.LlamaCpp.Interop;

namespace NasDaemon.LanguageModels.LlamaCpp.Decoding;

/// <summary>What is decoded at once: tokens with their sequence and position. It never grows beyond what the context takes, which would end the process.</summary>
internal sealed unsafe class DecodingBatch : IDisposable
{
    /// <summary>The most tokens of a batch whose scores are asked for: each takes room for the whole vocabulary.</summary>
    public const int OutputLimit = 64;

    private readonly int _capacity;
    private readonly LlamaBatch _native;
    private readonly int* _sequences;
    private int _outputs;

    /// <summary>Makes room.</summary>
    /// <param name="capacity">The most tokens.</param>
    public DecodingBatch(int capacity)
    {
        _capacity = capacity;
        _sequences = Allocate<int>(capacity);
        _native = new LlamaBatch
        {
            Tokens = Allocate<int>(capacity),
            Positions = Allocate<int>(capacity),
            SequenceCounts = Allocate<int>(capacity),
            Sequences = (int**)NativeMemory.Alloc((nuint)capacity, (nuint)sizeof(int*)),
            Outputs = Allocate<byte>(capacity),
        };
        for (var index = 0; index < capacity; index++)
        {
            _native.SequenceCounts[index] = 1;
            _native.Sequences[index] = _sequences + index;
        }
    }

    /// <summary>How many tokens it has.</summary>
    public int Count { get; private set; }

    /// <summary>How many more fit.</summary>
    public int TokensLeft => _capacity - Count;

    /// <summary>For how many more the scores can be asked for.</summary>
    public int OutputsLeft => OutputLimit - _outputs;

    /// <summary>Takes every token out.</summary>
    public void Clear() => (Count, _outputs) = (0, 0);

    /// <summary>Adds a token.</summary>
    /// <param name="token">The token.</param>
    /// <param name="position">Its position in its sequence.</param>
    /// <param name="sequence">Its sequence.</param>
    /// <param name="output">Whether the scores of what follows it are asked for.</param>
    /// <returns>Its index, by which the scores are found.</returns>
    public int Add(int token, int position, int sequence, bool output)
    {
        if (TokensLeft == 0 || (output && OutputsLeft == 0))
        {
            throw new InvalidOperationException("The batch is full.");
        }

        _native.Tokens[Count] = token;
        _native.Positions[Count] = position;
        _sequences[Count] = sequence;
        _native.Outputs[Count] = output ? (byte)1 : (byte)0;
        _outputs += output ? 1 : 0;
        return Count++;
    }

    /// <summary>The batch as llama.cpp takes it.</summary>
    public LlamaBatch ToNative()
    {
        var native = _native;
        native.Count = Count;
        return native;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        NativeMemory.Free(_sequences);
        NativeMemory.Free(_native.Tokens);
        NativeMemory.Free(_native.Positions);
        NativeMemory.Free(_native.SequenceCounts);
        NativeMemory.Free(_native.Sequences);
        NativeMemory.Free(_native.Outputs);
    }

    private static T* Allocate<T>(int count)
        where T : unmanaged => (T*)NativeMemory.Alloc((nuint)count, (nuint)sizeof(T));
}
