using System.Collections.Immutable;
using System.Globalization;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Pipeline.Workers.Serving;

/// <summary>Keeps the losses of an epoch's steps as means over runs of steps, so that a store of many trials stays small.</summary>
/// <param name="steps">Steps of the epoch.</param>
/// <param name="epochs">Epochs of the whole recipe.</param>
internal sealed class LossRecorder(int steps, int epochs)
{
    /// <summary>Points of one epoch, at most.</summary>
    public const int MostOfEpoch = 100;

    /// <summary>Points of a whole recipe, as long as each epoch has its <see cref="FewestOfEpoch"/>.</summary>
    public const int MostOfRecipe = 1_000;

    /// <summary>Points that every epoch has, where it has as many steps.</summary>
    public const int FewestOfEpoch = 5;

    // More digits than a curve shows would only fill the store.
    private const string Digits = "G4";

    private readonly int _run = RunOf(steps, epochs);
    private readonly ImmutableArray<double>.Builder _means = ImmutableArray.CreateBuilder<double>();
    private double _sum;
    private int _summed;

    /// <summary>Takes the mean loss of the next step.</summary>
    public void Add(double loss)
    {
        _sum += loss;
        if (++_summed == _run)
        {
            Close();
        }
    }

    /// <summary>What was kept.</summary>
    public StepLosses Take()
    {
        if (_summed > 0)
        {
            Close();
        }

        return new StepLosses(steps, _run, _means.DrainToImmutable());
    }

    private void Close()
    {
        _means.Add(Short(_sum / _summed));
        (_sum, _summed) = (0, 0);
    }

    private static int RunOf(int steps, int epochs)
    {
        var points = Math.Clamp(MostOfRecipe / Math.Max(epochs, 1), FewestOfEpoch, MostOfEpoch);
        return Math.Max((steps + points - 1) / points, 1);
    }

    private static double Short(double value) =>
        double.Parse(value.ToString(Digits, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
