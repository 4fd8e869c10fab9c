using System.Text.Json;
using NasDaemon.Commands.Output;

namespace NasDaemon.Commands.Doctor.Checks;

/// <summary>
/// What loads native code: the engine and the kinds of language models. They are looked at in a process of their own, for a library that
/// crashes would take this command with it, which is asked for just then.
/// </summary>
internal sealed class NativeCheck : IHealthCheck
{
    private const string Area = "engine";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Finding>> RunAsync(CommandContext context, CancellationToken cancellation)
    {
        var run = await ChildRun.RunAsync(Path.Combine(AppContext.BaseDirectory, "nasdaemon"), ["doctor", DoctorCommand.NativeOption, .. context.SettingsArguments], cancellation);
        try
        {
            return JsonSerializer.Deserialize<Finding[]>(run.Output, ResultJson.Form) ?? [];
        }
        catch (JsonException)
        {
            return [new Finding(Area, FindingState.Broken, $"The process that loads the native libraries ended with code {run.ExitCode}. {run.Error.Trim()}", "Build them again for this machine: ./install.sh")];
        }
    }
}
