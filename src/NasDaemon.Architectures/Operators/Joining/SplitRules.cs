using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Operators.Views;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Joining;

/// <summary>Rules of splitting tensors. Every form but <c>unbind</c> becomes <c>split_with_sizes</c>.</summary>
internal static class SplitRules
{
    private const int MostParts = 10_000;

    private static readonly Lazy<OperatorDefinition> Definition = new(() => JoinOperators.All.First(definition => definition.Name == "split_with_sizes"));

    /// <summary>Splits into a number of equal parts, the last one smaller.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The parts.</returns>
    public static CallResult Chunk(OperatorCall call)
    {
        var (input, chunks) = (call.Tensor("input"), call.Integer("chunks"));
        if (input.Shape.Length == 0)
        {
            return OperatorError.Shape("chunk expects at least a 1-dimensional tensor");
        }

        if (chunks <= 0)
        {
            return OperatorError.Runtime($"chunk expects `chunks` to be greater than 0, got: {chunks}");
        }

        if (DimensionIndex.Resolve(call, "dim", input.Shape.Length, out var dimension) is { } error)
        {
            return error;
        }

        var size = input.Shape[dimension];
        if (!size.IsFixed && size.BatchMultiple % chunks == 0 && size.Constant % chunks == 0)
        {
            var part = new Dimension(size.BatchMultiple / chunks, size.Constant / chunks);
            return Emit(call.Scope, input, dimension, [.. Enumerable.Repeat(part, (int)chunks)]);
        }

        return Even(call.Scope, input, dimension, (size.Traced() + chunks - 1) / chunks);
    }

    /// <summary>Splits into parts of a size, or of given sizes.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The parts.</returns>
    public static CallResult Split(OperatorCall call)
    {
        var input = call.Tensor("input");
        if (input.Shape.Length == 0)
        {
            return OperatorError.Shape("split expects at least a 1-dimensional tensor");
        }

        if (DimensionIndex.Resolve(call, "dim", input.Shape.Length, out var dimension) is { } error)
        {
            return error;
        }

        if (Sequences.Items(call["split_size_or_sections"]) is { } sections && sections.All(section => section is IntegerValue))
        {
            return WithSizes(call.Scope, input, dimension, [.. sections.Cast<IntegerValue>().Select(section => section.Dimension)]);
        }

        return call["split_size_or_sections"] is IntegerValue { Traced: > 0 } size
            ? Even(call.Scope, input, dimension, size.Traced)
            : OperatorError.Runtime("split expects split_size be non-negative, but got split_size=" + call["split_size_or_sections"].TypeName);
    }

    /// <summary>Splits into a number of parts, the first ones larger by one.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The parts.</returns>
    public static CallResult TensorSplit(OperatorCall call)
    {
        var input = call.Tensor("input");
        if (DimensionIndex.Resolve(call, "dim", input.Shape.Length, out var dimension) is { } error)
        {
            return error;
        }

        if (Sequences.Items(call["indices_or_sections"]) is { } bounds)
        {
            return AtBounds(call.Scope, input, dimension, [.. bounds.OfType<IntegerValue>().Select(bound => bound.Traced)]);
        }

        if (call["indices_or_sections"] is not IntegerValue { Traced: var sections })
        {
            return OperatorError.Type($"tensor_split(): argument 'indices_or_sections' (position 1) must be Tensor, not {call["indices_or_sections"].TypeName}");
        }

        if (sections <= 0)
        {
            return OperatorError.Runtime($"number of sections must be larger than 0, got {sections}");
        }

        if (sections > MostParts)
        {
            return TooMany;
        }

        var size = input.Shape[dimension].Traced();
        var sizes = Enumerable.Range(0, (int)sections).Select(part => (Dimension)((size / sections) + (part < size % sections ? 1 : 0)));
        return Emit(call.Scope, input, dimension, [.. sizes]);
    }

    /// <summary>Splits into parts of given sizes.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The parts.</returns>
    public static CallResult WithSizes(OperatorCall call) =>
        DimensionIndex.Resolve(call, "dim", call.Tensor("input").Shape.Length, out var dimension) is { } error
            ? error
            : WithSizes(call.Scope, call.Tensor("input"), dimension, call.Dimensions("split_sizes"));

    /// <summary>Takes a dimension apart.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The parts.</returns>
    public static CallResult Unbind(OperatorCall call)
    {
        var input = call.Tensor("input");
        if (DimensionIndex.Resolve(call, "dim", input.Shape.Length, out var dimension) is { } error)
        {
            return error;
        }

        var size = input.Shape[dimension];
        if (size.Traced() > MostParts)
        {
            return TooMany;
        }

        if (!size.IsFixed)
        {
            call.Scope.Graph.MarkBatchSpecific("The batch is taken apart.");
        }

        var part = input.Type with { Shape = input.Shape.RemoveAt(dimension) };
        var strides = TensorLayout.Normalise(part.Shape, [.. TensorLayout.Of(input).Where((_, index) => index != dimension)]);
        var known = input.Shape.Length == 1 ? input.Contents as LiteralInitialisation : null;
        var result = call.EmitMany([.. Enumerable.Repeat(part, (int)size.Traced())], 0, keepsActivation: false);
        var parts = Sequences.Items(result.Value ?? NoneValue.Instance) ?? [];
        for (var index = 0; index < parts.Count; index++)
        {
            ((TensorValue)parts[index])
                .WithStrides(strides)
                .WithContents(known is null ? null : new ConstantInitialisation(known.Values[index]))
                .AsViewOf(input, new SelectView(dimension, index));
        }

        return result;
    }

    private static OperatorError TooMany => OperatorError.Limit($"A tensor is taken apart into more than {MostParts} parts.");

    private static CallResult AtBounds(TraceScope scope, TensorValue input, int dimension, long[] bounds)
    {
        var size = input.Shape[dimension].Traced();
        var sizes = new List<Dimension>();
        var start = 0L;
        foreach (var bound in bounds.Append(size))
        {
            var end = Math.Clamp(bound < 0 ? bound + size : bound, start, size);
            sizes.Add(end - start);
            start = end;
        }

        return Emit(scope, input, dimension, [.. sizes]);
    }

    private static CallResult Even(TraceScope scope, TensorValue input, int dimension, long part)
    {
        var size = input.Shape[dimension];
        if (!size.IsFixed)
        {
            scope.Graph.MarkBatchSpecific("The batch is split into parts of a fixed size.");
        }

        if (size.Traced() / part > MostParts)
        {
            return TooMany;
        }

        var sizes = new List<Dimension>();
        for (var rest = size.Traced(); rest > 0; rest -= part)
        {
            sizes.Add(Math.Min(part, rest));
        }

        return Emit(scope, input, dimension, [.. sizes]);
    }

    private static CallResult WithSizes(TraceScope scope, TensorValue input, int dimension, ImmutableArray<Dimension> sizes)
    {
        var total = sizes.Aggregate((Dimension)0, ShapeMath.Add);
        return ShapeMath.Match(scope, total, input.Shape[dimension])
            ? Emit(scope, input, dimension, sizes)
            : OperatorError.Shape(
                $"split_with_sizes expects split_sizes to sum exactly to {input.Shape[dimension].Traced()} (input tensor's size at dimension {dimension}), but got split_sizes={ShapeText.List(sizes)}");
    }

    private static CallResult Emit(TraceScope scope, TensorValue input, int dimension, ImmutableArray<Dimension> sizes)
    {
        var types = sizes.Select(size => input.Type with { Shape = input.Shape.SetItem(dimension, size) });
        var result = NodeWriter.Write(
            scope,
            Definition.Value,
            [input, new SizeValue(sizes), new IntegerValue(dimension)],
            [.. types],
            flops: 0,
            keepsActivation: false,
            isTuple: true);
        Dimension start = 0;
        foreach (var part in Sequences.Items(result.Value ?? NoneValue.Instance) ?? [])
        {
            var tensor = (TensorValue)part;
            var end = ShapeMath.Add(start, tensor.Shape[dimension]);
            tensor.WithStrides(TensorLayout.Normalise(tensor.Shape, TensorLayout.Of(input))).AsViewOf(input, new SliceView(dimension, start, end, 1));
            start = end;
        }

        return result;
    }
}
