using System.Diagnostics;
using System.Globalization;
using NasDaemon.Abstractions.Tasks;

namespace NasDaemon.Benchmarks.Training;

/// <summary>PyTorch in a Python process that waits while our side trains.</summary>
internal sealed class PyTorchSide : IDisposable
{
    private readonly Process _process;

    /// <summary>Starts the process.</summary>
    /// <param name="subject">The network and how it is trained.</param>
    /// <param name="images">What it is trained on.</param>
    public PyTorchSide(Subject subject, SyntheticImages images)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Training", "pytorch_side.py");
        var start = new ProcessStartInfo("/usr/bin/python3")
        {
            ArgumentList =
            {
                script, subject.File, images.Path, Number(SyntheticImages.Count), Number(subject.BatchSize),
                subject.Optimizer is SgdSettings ? "sgd" : "adamw",
            },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["OMP_NUM_THREADS"] = "1";
        _process = Process.Start(start) ?? throw new InvalidOperationException("python3 did not start.");
    }

    /// <summary>Trains some steps.</summary>
    /// <param name="steps">How many.</param>
    /// <returns>How long they took.</returns>
    public Timing Train(int steps)
    {
        _process.StandardInput.WriteLine(Number(steps));
        var answer = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("PyTorch's side has ended; see its message above.");
        var seconds = answer.Split(' ').Select(part => TimeSpan.FromSeconds(double.Parse(part, CultureInfo.InvariantCulture))).ToArray();
        return new Timing(seconds[0], seconds[1]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
