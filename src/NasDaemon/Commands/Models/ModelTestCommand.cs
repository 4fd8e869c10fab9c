using System.CommandLine;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Commands.Completion;
using NasDaemon.Commands.Output;
using NasDaemon.Commands.Tracing;
using NasDaemon.Commands.Tracing.Reporting;
using NasDaemon.Commands.Tracing.Sources;

namespace NasDaemon.Commands.Models;

/// <summary><c>nasdaemon model test</c>: loads a language model, measures it, and lets it write one network.</summary>
internal sealed class ModelTestCommand : SettingsCommand
{
    private readonly Argument<string?> _name = new("NAME")
    {
        Description = "The language model, as nasdaemon model list shows it; without it the one that tasks take which name none.",
        Arity = ArgumentArity.ZeroOrOne,
        HelpName = "NAME",
        CompletionSources = { NameCompletion.Models },
    };

    private readonly Option<int> _seed = new("--seed") { Description = "The seed of the network that it writes.", DefaultValueFactory = _ => 1 };
    private readonly Option<bool> _show = new("--show") { Description = "Show the network's source." };

    /// <summary>Makes the command.</summary>
    public ModelTestCommand()
        : base(
            "test",
            "Loads a language model, says what it is and how fast, and lets it write one network for CIFAR-10, which is traced.",
            "nasdaemon model test qwen2.5-coder-1.5b")
    {
        Add(_name);
        Add(_seed);
        Add(_show);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        var time = context.Components.Time;
        using var access = new LanguageModelAccess(context);
        try
        {
            var start = time.GetTimestamp();
            await using var model = await access.Catalogue.OpenAsync(arguments.GetValue(_name), cancellation);
            var load = time.GetElapsedTime(start);
            var trial = new ModelTrial(model, time);
            var network = await trial.WriteNetworkAsync(arguments.GetValue(_seed), cancellation);
            var measured = new ModelMeasurement(
                model.Info, load, network, await trial.AnswerTogetherAsync(cancellation), await trial.AskAgainAsync(cancellation), Trace(network, time));
            Write(context, measured, arguments.GetValue(_show));
            return ExitCode.Done;
        }
        catch (LanguageModelException exception)
        {
            return Fail(context, exception.Failure);
        }
    }

    private static int Fail(CommandContext context, Failure failure)
    {
        context.Error.WriteLine(failure.Hint is null ? failure.Message : $"{failure.Message} {failure.Hint}");
        return ExitCode.Failed;
    }

    private static TraceOutcome Trace(WrittenNetwork network, TimeProvider time) =>
        new SourceTracer(new TraceOptions([3, 32, 32], 10, null, HyperParameterText.None) { NotesModuleCalls = true }, time)
            .Trace(new NetworkSource("network.py") { Text = network.Source });

    private static void Write(CommandContext context, ModelMeasurement measured, bool isShown)
    {
        if (context.IsJson)
        {
            context.WriteJson(measured.ToJson());
            return;
        }

        var output = context.Output;
        ModelReport.WriteInfo(output, measured.Info, measured.Load);
        ModelReport.WriteSpeed(output, "one answer", measured.Network.Speed);
        ModelReport.WriteSpeed(output, $"{ModelTrial.Together} answers together", measured.Together);
        ModelReport.WriteReuse(output, measured.Reuse);
        output.WriteLine();
        WriteVerdict(output, measured, isShown);
    }

    private static void WriteVerdict(TextWriter output, ModelMeasurement measured, bool isShown)
    {
        if (isShown)
        {
            output.WriteLine(PlainText.Lines(measured.Network.Source.TrimEnd()));
            output.WriteLine();
        }

        output.WriteLine((measured.Outcome.IsAccepted, measured.Network.IsCutOff) switch
        {
            (true, _) => "The network that it wrote runs:",
            (_, true) => "The network that it wrote does not run; it was cut off at the token limit:",
            _ => "The network that it wrote does not run:",
        });
        new TextReport(output, output, int.MaxValue).Add(measured.Outcome);
    }
}
