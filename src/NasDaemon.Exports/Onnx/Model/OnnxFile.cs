using NasDaemon.Abstractions.Graphs;
using NasDaemon.Exports.Protobuf;

namespace NasDaemon.Exports.Onnx.Model;

/// <summary>Writes a graph as an ONNX file.</summary>
/// <remarks>The field numbers are those of <c>onnx.proto</c>, of the ONNX project, for intermediate representation 8.</remarks>
internal static class OnnxFile
{
    /// <summary>The version of the intermediate representation.</summary>
    public const int IntermediateRepresentation = 8;

    /// <summary>The version of the operator set.</summary>
    public const int OperatorSet = 17;

    /// <summary>Writes a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="producerVersion">The version of this program.</param>
    /// <param name="stream">Where to.</param>
    public static void Write(OnnxGraph graph, string producerVersion, Stream stream)
    {
        using var model = new ProtobufMessage();
        model.Integer(1, IntermediateRepresentation).Text(2, "nasdaemon").Text(3, producerVersion).Integer(5, 1)
            .Message(7, Graph(graph))
            .Message(8, new ProtobufMessage().Text(1, string.Empty).Integer(2, OperatorSet))
            .Messages(14, graph.Metadata.Select(entry => new ProtobufMessage().Text(1, entry.Key).Text(2, entry.Value)));
        model.CopyTo(stream);
    }

    private static ProtobufMessage Graph(OnnxGraph graph) => new ProtobufMessage()
        .Messages(1, graph.Nodes.Select(Node))
        .Text(2, "network")
        .Messages(5, graph.Tensors.Select(Tensor))
        .Messages(11, graph.Inputs.Select(Value))
        .Message(12, Value(graph.Output))
        .Messages(13, graph.Values.Select(Value));

    private static ProtobufMessage Node(OnnxNode node) => new ProtobufMessage()
        .Texts(1, node.Inputs)
        .Texts(2, node.Outputs)
        .Text(3, node.Name)
        .Text(4, node.Operator)
        .Messages(5, node.Attributes.Select(Attribute));

    private static ProtobufMessage Attribute(OnnxAttribute attribute)
    {
        var message = new ProtobufMessage().Text(1, attribute.Name);
        return attribute switch
        {
            OnnxNumber number => message.Float(2, number.Value).Integer(20, 1),
            OnnxInteger integer => message.Integer(3, integer.Value).Integer(20, 2),
            OnnxText text => message.Text(4, text.Value).Integer(20, 3),
            OnnxConstant constant => message.Message(5, Tensor(constant.Value)).Integer(20, 4),
            OnnxIntegers integers => message.Integers(8, integers.Values).Integer(20, 7),
            OnnxTexts texts => message.Texts(9, texts.Values).Integer(20, 8),
            _ => throw new ArgumentException($"{attribute} has no form in the file.", nameof(attribute)),
        };
    }

    private static ProtobufMessage Tensor(OnnxTensor tensor) => new ProtobufMessage()
        .Integers(1, tensor.Shape)
        .Integer(2, Code(tensor.Element))
        .Text(8, tensor.Name)
        .Bytes(9, tensor.Data.Span);

    private static ProtobufMessage Value(OnnxValue value)
    {
        var shape = new ProtobufMessage().Messages(1, value.Shape.Select(Size));
        var tensor = new ProtobufMessage().Integer(1, Code(value.Element)).Message(2, shape);
        return new ProtobufMessage().Text(1, value.Name).Message(2, new ProtobufMessage().Message(1, tensor));
    }

    // A size that is neither fixed nor the batch itself has no name in the format; it stays open.
    private static ProtobufMessage Size(Dimension size) =>
        size.IsFixed ? new ProtobufMessage().Integer(1, size.Constant)
        : size == Dimension.Batch ? new ProtobufMessage().Text(2, "batch")
        : new ProtobufMessage();

    private static long Code(ElementType element) =>
        OnnxElement.CodeOf(element) ?? throw new ArgumentException($"The format has no tensors of {element}.", nameof(element));
}
