namespace NasDaemon.Architectures.Operators.Recurrent;

/// <summary>Recurrent layers and their cells.</summary>
internal static class RecurrentOperators
{
    private const string Layers = "params: Tensor[], has_biases: bool, num_layers: int, dropout: float, train: bool, bidirectional: bool, batch_first: bool";
    private const string Weights = "w_ih: Tensor, w_hh: Tensor, b_ih: Tensor? = None, b_hh: Tensor? = None";

    /// <summary>The operators of the family.</summary>
    public static IEnumerable<OperatorDefinition> All =>
    [
        new("lstm", $"input: Tensor, hx: Tensor[], {Layers}", "torch.lstm", call => LayerRules.Apply(call, gates: 4)),
        new("gru", $"input: Tensor, hx: Tensor, {Layers}", "torch.gru", call => LayerRules.Apply(call, gates: 3)),
        new("rnn_tanh", $"input: Tensor, hx: Tensor, {Layers}", "torch.rnn_tanh", call => LayerRules.Apply(call, gates: 1)),
        new("rnn_relu", $"input: Tensor, hx: Tensor, {Layers}", "torch.rnn_relu", call => LayerRules.Apply(call, gates: 1)),
        new("lstm_cell", $"input: Tensor, hx: Tensor[], {Weights}", "torch.lstm_cell", call => CellRules.Apply(call, gates: 4)),
        new("gru_cell", $"input: Tensor, hx: Tensor, {Weights}", "torch.gru_cell", call => CellRules.Apply(call, gates: 3)),
        new("rnn_tanh_cell", $"input: Tensor, hx: Tensor, {Weights}", "torch.rnn_tanh_cell", call => CellRules.Apply(call, gates: 1)),
        new("rnn_relu_cell", $"input: Tensor, hx: Tensor, {Weights}", "torch.rnn_relu_cell", call => CellRules.Apply(call, gates: 1)),
    ];
}
