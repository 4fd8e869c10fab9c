using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Operators.Creation;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Views;

/// <summary>Keeps tensors that share memory in step with one another.</summary>
internal static class TensorViews
{
    /// <summary>Makes the tensors in an argument ready to be read.</summary>
    /// <param name="scope">Where the call happens.</param>
    /// <param name="value">The argument.</param>
    /// <returns>The limit that was exceeded; null where none was.</returns>
    public static OperatorError? Prepare(TraceScope scope, Value value)
    {
        switch (value)
        {
            case StateTensor { Source: NoneArgument } state when !scope.InForward:
                return StateDraw.Draw(scope, state, state.Initialisation);
            case TensorValue { Source: NoneArgument, Contents: { } contents } filled when !scope.InForward && filled is not StateTensor:
                return StateDraw.Draw(scope, filled, contents);
            case TensorValue tensor:
                if (tensor.Source is ValueArgument { Node: var node } && scope.InForward && node < scope.FirstForwardNode && scope.Keep?.Invoke(tensor) is { } kept)
                {
                    tensor.Renew(kept);
                }

                return Refresh(scope, tensor);
            case TupleValue or ListValue:
                foreach (var item in Sequences.Items(value)!)
                {
                    if (item is not IntegerValue && Prepare(scope, item) is { } error)
                    {
                        return error;
                    }
                }

                return null;
            default:
                return null;
        }
    }

    /// <summary>Takes over a result that an operator writes into a tensor, and into what the tensor is a view of.</summary>
    /// <param name="scope">Where the call happens.</param>
    /// <param name="target">The tensor.</param>
    /// <param name="result">The result.</param>
    /// <returns>PyTorch's error; null where there is none.</returns>
    public static OperatorError? Write(TraceScope scope, TensorValue target, TensorValue result)
    {
        if (target.Origin is { } first && Prepare(scope, first) is { } error)
        {
            return error;
        }

        target.Assign(result);
        var part = target;
        while (part.Origin is { } origin)
        {
            var steps = new Composition(scope);
            var changed = part.View!.Put(steps, origin, part);
            if (steps.Error is not null)
            {
                return steps.Error;
            }

            if (origin is StateTensor state)
            {
                return InPlace.WriteState(scope, state, (TensorValue)changed);
            }

            origin.Renew((TensorValue)changed);
            part = origin;
        }

        return null;
    }

    private static OperatorError? Refresh(TraceScope scope, TensorValue tensor)
    {
        if (tensor.Origin is not { } origin || !(tensor.IsStale || tensor.Source is NoneArgument))
        {
            return null;
        }

        if (Prepare(scope, origin) is { } error)
        {
            return error;
        }

        if (origin.Source is NoneArgument)
        {
            return null;
        }

        var steps = new Composition(scope);
        var taken = tensor.View!.Take(steps, origin);
        if (steps.Error is null)
        {
            tensor.Renew((TensorValue)taken);
        }

        return steps.Error;
    }
}
