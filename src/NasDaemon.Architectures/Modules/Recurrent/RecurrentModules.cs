using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Modules.Recurrent;

/// <summary>Recurrent layers and their cells.</summary>
internal static class RecurrentModules
{
    private const string Factory = ", device: any = None, dtype: any = None";
    private const string Layers =
        "mode: any, input_size: any, hidden_size: any, num_layers: any = 1, bias: any = True, batch_first: any = False, dropout: any = 0.0, bidirectional: any = False, proj_size: any = 0" + Factory;

    private const string Cell = "input_size: any, hidden_size: any, bias: any = True";

    /// <summary>The modules of the family.</summary>
    public static IEnumerable<ModuleDefinition> All =>
    [
        Layer("LSTM", Layers, "LSTM"),
        Layer("GRU", Layers, "GRU"),
        Layer("RNN", Layers + ", *, nonlinearity: any = 'tanh'", "RNN_TANH"),
        CellOf("LSTMCell", Cell + Factory, 4),
        CellOf("GRUCell", Cell + Factory, 3),
        CellOf("RNNCell", Cell + ", nonlinearity: any = 'tanh'" + Factory, 1),
    ];

    private static ModuleDefinition Layer(string name, string parameters, string mode) => new($"torch.nn.{name}", parameters)
    {
        ConstructorOwner = "RNNBase",
        Leading = new TextValue(mode),
        Constructor = LayerConstructor.Run,
        ForwardParameters = "input, hx = None",
        Forwarding = LayerForward.Run,
        Methods = [new ModuleMethod("flatten_parameters", "", _ => NoneValue.Instance)],
    };

    private static ModuleDefinition CellOf(string name, string parameters, int gates) => new($"torch.nn.{name}", parameters)
    {
        Constructor = construction => CellConstructor.Run(construction, gates),
        ForwardParameters = "input, hx = None",
        Forwarding = call => CellForward.Run(call, name),
    };
}
