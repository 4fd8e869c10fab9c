using NasDaemon.Architectures.Tracing.Values;

namespace NasDaemon.Architectures.Tracing.Execution;

/// <summary>Orders the bases of a class.</summary>
/// <remarks>C3 linearisation: Barrett et al., "A Monotonic Superclass Linearization for Dylan", OOPSLA 1996.</remarks>
internal static class ResolutionOrder
{
    /// <summary>Merges the orders of a class's bases.</summary>
    /// <param name="bases">The bases.</param>
    /// <returns>The order behind the class itself; null where there is none.</returns>
    public static List<ClassValue>? Merge(List<ClassValue> bases)
    {
        var pending = bases.Select(type => new LinkedList<ClassValue>(type.ResolutionOrder)).Append(new LinkedList<ClassValue>(bases)).ToList();
        var order = new List<ClassValue>();
        while (pending.RemoveAll(list => list.Count == 0) >= 0 && pending.Count > 0)
        {
            var next = pending.Select(list => list.First!.Value).FirstOrDefault(head => pending.All(list => !IsInTail(list, head)));
            if (next is null)
            {
                return null;
            }

            order.Add(next);
            foreach (var list in pending)
            {
                if (ReferenceEquals(list.First!.Value, next))
                {
                    list.RemoveFirst();
                }
            }
        }

        return order;
    }

    private static bool IsInTail(LinkedList<ClassValue> list, ClassValue type)
    {
        for (var node = list.First!.Next; node is not null; node = node.Next)
        {
            if (ReferenceEquals(node.Value, type))
            {
                return true;
            }
        }

        return false;
    }
}
