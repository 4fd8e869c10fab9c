using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Information;

/// <summary>A network is read as PyTorch without graphics processor runs it, so that what names one by itself runs nowhere else.</summary>
internal static class Devices
{
    /// <summary>What PyTorch says where a tensor should go to a graphics processor that it does not know.</summary>
    public const string Absent = "Torch not compiled with CUDA enabled";

    /// <summary>Whether one of the arguments names a graphics processor.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <returns>True where one does.</returns>
    public static bool IsForeign(IEnumerable<Value> arguments) => arguments.Any(argument =>
        (argument as DeviceValue)?.Name.StartsWith("cuda", StringComparison.Ordinal) == true
        || (argument as TextValue)?.Value.StartsWith("cuda", StringComparison.Ordinal) == true
        || argument is IntegerValue);

    /// <summary>Moves a tensor to a graphics processor.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The error.</returns>
    public static CallResult Refuse(OperatorCall call) => Error;

    /// <summary>The error.</summary>
    public static OperatorError Error => new(FailureClass.RaisedError, "AssertionError", Absent);
}
