using System.Collections.Immutable;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Operators.Joining;
using NasDaemon.Architectures.Operators.Shapes;
using NasDaemon.Architectures.Operators.Views;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Indexing;

/// <summary>
/// Where <c>tensor[index]</c> points to: the view that integers, slices, <c>None</c> and the ellipsis give, and the tensors that then index its dimensions.
/// </summary>
internal sealed class ItemPlace
{
    private readonly TraceScope _scope;
    private readonly TensorValue _input;
    private readonly List<(int Dimension, TensorValue Index)> _tensors = [];

    private ItemPlace(TraceScope scope, TensorValue input) => (_scope, _input, Part) = (scope, input, input);

    /// <summary>The view; null after an error.</summary>
    public TensorValue? Part { get; private set; }

    /// <summary>The index of each dimension of the view, <c>None</c> where it has none; empty where no dimension has one.</summary>
    public Value[] Indices { get; private set; } = [];

    /// <summary>PyTorch's error; null where there is none.</summary>
    public OperatorError? Error { get; private set; }

    /// <summary>Finds the place.</summary>
    /// <param name="scope">Where the call happens.</param>
    /// <param name="input">The tensor.</param>
    /// <param name="index">The index.</param>
    /// <returns>The place, or the error.</returns>
    public static ItemPlace Find(TraceScope scope, TensorValue input, Value index)
    {
        var place = new ItemPlace(scope, input);
        place.Apply(IsTupleLike(index) ? ((index as TupleValue)?.Items ?? ((ListValue)index).Items) : [index]);
        return place;
    }

    // A short list that holds a slice or another sequence is taken for a tuple.
    private static bool IsTupleLike(Value index) => index is TupleValue
        || (index is ListValue { Items.Count: > 0 and < 32 } list && list.Items.Any(item => item is SliceValue or EllipsisValue or NoneValue or ListValue or TensorValue));

    private static int Consumed(Value item) => item switch
    {
        IntegerValue or SliceValue or ListValue => 1,
        TensorValue { Type.Element: ElementType.Bool or ElementType.UInt8 } mask => mask.Shape.Length,
        TensorValue => 1,
        _ => 0,
    };

    private void Apply(IReadOnlyList<Value> items)
    {
        var consumed = items.Sum(Consumed);
        if (consumed > _input.Shape.Length)
        {
            Error = _input.Shape.Length == 0 && items is [IntegerValue]
                ? OperatorError.Index("invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim tensor to a number")
                : OperatorError.Index($"too many indices for tensor of dimension {_input.Shape.Length}");
            return;
        }

        var dimension = 0;
        foreach (var item in items)
        {
            var error = item is EllipsisValue ? Skip(ref dimension, _input.Shape.Length - consumed) : One(item, ref dimension);
            if (error is not null)
            {
                (Error, Part) = (error, null);
                return;
            }
        }

        if (ReferenceEquals(Part, _input) && _tensors.Count == 0)
        {
            Part = new TensorValue(_input.Type, _input.Source).WithStrides(_input.Strides).WithContents(_input.Contents).AsViewOf(_input, WholeView.Instance);
        }

        Indices = IndicesOfDimensions();
    }

    private Value[] IndicesOfDimensions()
    {
        if (_tensors.Count == 0)
        {
            return [];
        }

        var indices = new Value[_tensors[^1].Dimension + 1];
        Array.Fill(indices, NoneValue.Instance);
        foreach (var (dimension, index) in _tensors)
        {
            indices[dimension] = index;
        }

        return indices;
    }

    private static OperatorError? Skip(ref int dimension, int count)
    {
        dimension += count;
        return null;
    }

    private OperatorError? One(Value item, ref int dimension)
    {
        switch (item)
        {
            case NoneValue:
                return Take(ReshapeRules.To(_scope, Part!, Part!.Shape.Insert(dimension++, 1)));
            case IntegerValue integer:
                var size = Part!.Shape[dimension].Traced();
                return integer.Traced < -size || integer.Traced >= size
                    ? OperatorError.Index($"index {integer.Traced} is out of bounds for dimension {dimension} with size {size}")
                    : Take(PartRules.SelectAt(_scope, Part, dimension, integer.Traced));
            case SliceValue slice:
                return Take(SliceBounds.Apply(_scope, Part!, slice, dimension++));
            case ListValue or TupleValue:
                var steps = new Composition(_scope);
                return steps.Call("torch.tensor", item) is TensorValue listed && (listed.Shape is not [var count] || count.Traced() > 0)
                    ? AddTensor(listed, ref dimension)
                    : steps.Error ?? OperatorError.Unsupported("Indexing by an empty list is not supported.");
            case TensorValue tensor:
                return AddTensor(tensor, ref dimension);
            case BoolValue or TrainingFlagValue:
                return OperatorError.Unsupported("Indexing by a truth value is not supported.");
            default:
                return new OperatorError(
                    FailureClass.WrongArguments,
                    "IndexError",
                    "only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices (got " + item.TypeName + ")");
        }
    }

    private OperatorError? AddTensor(TensorValue index, ref int dimension)
    {
        if (index.Type.Element is ElementType.Bool or ElementType.UInt8)
        {
            return AddMask(index, ref dimension);
        }

        if (index.Type.Element != ElementType.Int64)
        {
            return OperatorError.Index("tensors used as indices must be long, byte or bool tensors");
        }

        var size = Part!.Shape[dimension].Traced();
        ImmutableArray<double> known = index.Contents switch
        {
            LiteralInitialisation literal => literal.Values,
            ConstantInitialisation constant => [constant.Value],
            _ => [],
        };
        if (known.Any(value => value < -size || value >= size))
        {
            var wrong = known.First(value => value < -size || value >= size);
            return OperatorError.Index($"index {wrong} is out of bounds for dimension {dimension} with size {size}");
        }

        _tensors.Add((dimension++, index));
        return null;
    }

    // A mask whose values are known is the list of the places where it is true.
    private OperatorError? AddMask(TensorValue mask, ref int dimension)
    {
        for (var axis = 0; axis < mask.Shape.Length; axis++)
        {
            var (has, wants) = (mask.Shape[axis].Traced(), Part!.Shape[dimension + axis].Traced());
            if (has != wants)
            {
                return OperatorError.Index(
                    $"The shape of the mask {ShapeText.List(mask.Shape)} at index {axis} does not match the shape of the indexed tensor {ShapeText.List(Part.Shape)} at index {dimension + axis}");
            }
        }

        if (mask is not { Shape.Length: 1, Contents: LiteralInitialisation literal })
        {
            return new OperatorError(FailureClass.DataDependent, "RuntimeError", "The shape of the result depends on the values of a mask.");
        }

        var places = Enumerable.Range(0, literal.Values.Length).Where(place => literal.Values[place] != 0).Select(place => (Value)new IntegerValue(place));
        var steps = new Composition(_scope);
        var element = new KeywordArgument("dtype", ElementTypeValue.Of(ElementType.Int64));
        return steps.Call("torch.tensor", new CallArguments([new TupleValue([.. places])], [element])) is TensorValue index
            ? AddTensor(index, ref dimension)
            : steps.Error;
    }

    private OperatorError? Take(CallResult result)
    {
        Part = result.Value as TensorValue ?? Part;
        return result.Error;
    }
}
