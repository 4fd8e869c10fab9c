using System.Collections.Immutable;

namespace NasDaemon.Architectures.Emit;

/// <summary>A network as TorchScript.</summary>
/// <param name="ForwardSource">
/// The text of one method <c>forward</c>, to be given to <c>torch::jit::Module::define</c> of the root module. Parameters and buffers must
/// be registered before, on a tree of nested modules that follows their <c>state_dict</c> names split at the dots; each
/// module needs its <c>training</c> attribute, as <c>torch::jit::Module</c> has it.
/// </param>
/// <param name="InputNames">The names of the inputs, the samples first.</param>
public sealed record LoweredNetwork(string ForwardSource, ImmutableArray<string> InputNames);
