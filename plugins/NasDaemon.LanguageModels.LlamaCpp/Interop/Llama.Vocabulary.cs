using System.Runtime.InteropServices;

namespace NasDaemon.LanguageModels.LlamaCpp.Interop;

/// <content>Vocabularies and chat templates.</content>
internal static unsafe partial class Llama
{
    [LibraryImport(Library)]
    internal static partial nint llama_model_get_vocab(ModelHandle model);

    [LibraryImport(Library)]
    internal static partial int llama_vocab_type(nint vocabulary);

    [LibraryImport(Library)]
    internal static partial int llama_vocab_n_tokens(nint vocabulary);

    [LibraryImport(Library)]
    internal static partial byte* llama_vocab_get_text(nint vocabulary, int token);

    [LibraryImport(Library)]
    internal static partial int llama_vocab_get_attr(nint vocabulary, int token);

    [LibraryImport(Library)]
    internal static partial byte llama_vocab_is_eog(nint vocabulary, int token);

    [LibraryImport(Library)]
    internal static partial int llama_vocab_bos(nint vocabulary);

    [LibraryImport(Library)]
    internal static partial int llama_vocab_eos(nint vocabulary);

    [LibraryImport(Library)]
    internal static partial byte llama_vocab_get_add_bos(nint vocabulary);

    [LibraryImport(Library)]
    internal static partial int llama_tokenize(nint vocabulary, byte* text, int length, int* tokens, int maximum, byte addSpecial, byte parseSpecial);

    [LibraryImport(Library)]
    internal static partial int llama_token_to_piece(nint vocabulary, int token, byte* buffer, int length, int leftStrip, byte special);

    [LibraryImport(Library)]
    internal static partial int llama_chat_apply_template(byte* template, LlamaChatMessage* messages, nuint count, byte addAssistant, byte* buffer, int length);
}
