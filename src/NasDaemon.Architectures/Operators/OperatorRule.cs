namespace NasDaemon.Architectures.Operators;

/// <summary>What a function does with its bound arguments: checks shapes as PyTorch does, and adds operators to the graph.</summary>
/// <param name="call">The call.</param>
/// <returns>The result, or PyTorch's error.</returns>
internal delegate CallResult OperatorRule(OperatorCall call);
