using NasDaemon.Exports.Protobuf;

namespace NasDaemon.Reports.TensorBoard.Events;

/// <summary>A figure of a step, by the fields of TensorBoard's <c>summary.proto</c>.</summary>
internal static class ScalarValue
{
    private const int Tag = 1;
    private const int SimpleValue = 2;

    /// <summary>A figure.</summary>
    /// <param name="tag">Of what.</param>
    /// <param name="value">The figure; it has 32 bits in the file.</param>
    public static ProtobufMessage Of(string tag, double value) => new ProtobufMessage().Text(Tag, tag).Float(SimpleValue, (float)value);
}
