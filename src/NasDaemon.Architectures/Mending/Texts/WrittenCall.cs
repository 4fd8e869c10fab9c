namespace NasDaemon.Architectures.Mending.Texts;

/// <summary>A call as the source has it.</summary>
/// <param name="Callee">The index of the callee's last name.</param>
/// <param name="Closing">The index of the closing parenthesis.</param>
/// <param name="Arguments">The arguments in order.</param>
internal sealed record WrittenCall(int Callee, int Closing, IReadOnlyList<WrittenArgument> Arguments)
{
    /// <summary>Finds an argument.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="position">Its position, from 0.</param>
    /// <returns>The argument; null where it is left out, or cannot be told.</returns>
    public WrittenArgument? Find(string name, int position)
    {
        foreach (var argument in Arguments)
        {
            if (argument.Keyword == name)
            {
                return argument;
            }
        }

        var before = Arguments.Take(position + 1).ToList();
        return before.Count == position + 1 && before.All(argument => argument is { Keyword: null, IsSpread: false }) ? before[position] : null;
    }
}
