using NasDaemon.Exports.Protobuf;

namespace NasDaemon.Reports.TensorBoard.Events;

/// <summary>Events by the fields of TensorBoard's <c>event.proto</c>.</summary>
internal static class EventMessage
{
    private const string CurrentVersion = "brain.Event:2";

    /// <summary>The event that every file begins with.</summary>
    /// <param name="time">When, in seconds since 1970.</param>
    public static byte[] Version(double time)
    {
        using var message = new ProtobufMessage().Double(Field.Time, time).Text(Field.Version, CurrentVersion);
        return message.ToArray();
    }

    /// <summary>An event with values, which end with it.</summary>
    /// <param name="time">When, in seconds since 1970.</param>
    /// <param name="step">At which step.</param>
    /// <param name="values">The values.</param>
    public static byte[] Summary(double time, long step, IEnumerable<ProtobufMessage> values)
    {
        using var message = new ProtobufMessage()
            .Double(Field.Time, time)
            .Integer(Field.Step, step)
            .Message(Field.Summary, new ProtobufMessage().Messages(Field.Value, values));
        return message.ToArray();
    }

    private static class Field
    {
        public const int Time = 1;
        public const int Step = 2;
        public const int Version = 3;
        public const int Summary = 5;
        public const int Value = 1;
    }
}
