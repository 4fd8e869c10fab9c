using System.Text;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Exports.Protobuf;
using NasDaemon.Reports.TensorBoard.Runs;

namespace NasDaemon.Reports.TensorBoard.Events;

/// <summary>
/// Beginning and end of a session of TensorBoard's hyper-parameters plugin, by the fields of its <c>plugin_data.proto</c>. What they say
/// stands in the value's metadata; the value itself is a tensor that nobody reads.
/// </summary>
internal static class SessionValue
{
    private const int Success = 1;
    private const int Failure = 2;
    private const int Tensors = 2;
    private const int Float32 = 1;

    /// <summary>The beginning, with the hyper-parameters.</summary>
    /// <param name="parameters">The hyper-parameters.</param>
    /// <param name="time">When, in seconds since 1970.</param>
    public static ProtobufMessage Start(IEnumerable<HyperParameter> parameters, double time) => Value(
        "_hparams_/session_start_info",
        new ProtobufMessage().Message(Field.SessionStart, new ProtobufMessage()
            .Messages(Field.HyperParameters, parameters.Select(Entry))
            .Double(Field.StartTime, time)));

    /// <summary>The end; none for a training that was never brought to one.</summary>
    /// <param name="state">How the training ended.</param>
    /// <param name="time">When, in seconds since 1970.</param>
    public static IEnumerable<ProtobufMessage> End(TrialState state, double time)
    {
        if (Status(state) is { } status)
        {
            yield return Value(
                "_hparams_/session_end_info",
                new ProtobufMessage().Message(Field.SessionEnd, new ProtobufMessage().Integer(Field.Status, status).Double(Field.EndTime, time)));
        }
    }

    private static int? Status(TrialState state) => state switch
    {
        TrialState.Finished or TrialState.Stopped => Success,
        TrialState.Failed => Failure,
        _ => null,
    };

    private static ProtobufMessage Value(string tag, ProtobufMessage said)
    {
        using (said)
        {
            var plugin = new ProtobufMessage().Text(Field.PluginName, "hparams").Bytes(Field.PluginContent, said.ToArray());
            var metadata = new ProtobufMessage().Message(Field.Plugin, plugin).Integer(Field.DataClass, Tensors);
            return new ProtobufMessage().Text(Field.Tag, tag).Message(Field.Tensor, NoValue()).Message(Field.Metadata, metadata);
        }
    }

    // One number of 32 bits, as the plugin's own writer puts there.
    private static ProtobufMessage NoValue()
    {
        var shape = new ProtobufMessage().Message(Field.Dimension, new ProtobufMessage().Integer(Field.DimensionSize, 1));
        return new ProtobufMessage().Integer(Field.Element, Float32).Message(Field.Shape, shape).Float(Field.Floats, 0);
    }

    private static ProtobufMessage Entry(HyperParameter parameter)
    {
        var value = new ProtobufMessage();
        value = parameter.Number is { } number ? value.Double(Field.Number, number) : value.Text(Field.Text, WellFormed(parameter.Text));
        return new ProtobufMessage().Text(Field.Key, WellFormed(parameter.Name)).Message(Field.KeyValue, value);
    }

    // The format's texts are UTF-8, which half a surrogate pair from outside is not.
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static class Field
    {
        // Summary.Value, and its metadata.
        public const int Tag = 1;
        public const int Tensor = 8;
        public const int Metadata = 9;
        public const int Plugin = 1;
        public const int DataClass = 4;
        public const int PluginName = 1;
        public const int PluginContent = 2;

        // HParamsPluginData, and what it holds.
        public const int SessionStart = 3;
        public const int SessionEnd = 4;
        public const int HyperParameters = 1;
        public const int StartTime = 5;
        public const int Status = 1;
        public const int EndTime = 2;

        // An entry of the map of hyper-parameters, and its value.
        public const int Key = 1;
        public const int KeyValue = 2;
        public const int Number = 2;
        public const int Text = 3;

        // TensorProto, and its shape.
        public const int Element = 1;
        public const int Shape = 2;
        public const int Floats = 5;
        public const int Dimension = 2;
        public const int DimensionSize = 1;
    }
}
