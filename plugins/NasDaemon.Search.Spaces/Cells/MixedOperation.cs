using NasDaemon.Search.Spaces.Sources;

namespace NasDaemon.Search.Spaces.Cells;

/// <summary>The sum of all operations of an edge, each times its weight: what makes the supernet.</summary>
internal static class MixedOperation
{
    /// <summary>Writes the class.</summary>
    /// <param name="operations">The operations in the order of their weights.</param>
    /// <returns>The class.</returns>
    public static PythonClass Write(IReadOnlyList<CellOperation> operations)
    {
        var modules = operations.Where(operation => operation.Module is not null)
            .Select(operation => $"        self.{operation.Name} = {operation.Module}");
        var terms = operations.Index()
            .Where(pair => pair.Item != CellOperation.None)
            .Select(pair => $"weights[{pair.Index}] * {(pair.Item.Module is null ? "x" : $"self.{pair.Item.Name}(x)")}");
        return new PythonClass(
            $$""""
            class MixedOperation(nn.Module):
                """Every operation of an edge times its weight; 'none' adds nothing."""

                def __init__(self, channels):
                    super().__init__()
            {{string.Join('\n', modules)}}

                def forward(self, x, weights):
                    return (
                        {{string.Join("\n            + ", terms)}}
                    )
            """",
            [ReLUConvBN.Class]);
    }
}
