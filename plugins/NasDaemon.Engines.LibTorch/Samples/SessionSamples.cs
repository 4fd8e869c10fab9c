using NasDaemon.Abstractions.Data;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Engines.LibTorch.Samples;

/// <summary>The samples of a session: both splits of its data set, scaled by the figures of its training samples.</summary>
internal sealed class SessionSamples : IDisposable
{
    private readonly SessionData _data;
    private readonly int[] _train;
    private readonly int[] _validation;
    private readonly int[] _test;
    private SampleReader? _testReader;

    /// <summary>Maps the training split; the test split is mapped when it is first asked for.</summary>
    /// <param name="data">The samples.</param>
    /// <param name="normalisation">Whether channels are brought to mean 0 and deviation 1.</param>
    public SessionSamples(SessionData data, bool normalisation)
    {
        _data = data;
        (_train, _validation, _test) = ([.. data.Train], [.. data.Validation], [.. data.Test]);
        if (_train.Length == 0)
        {
            throw new EngineException("The session has no training samples.");
        }

        Train = Open(data.Dataset.Train);
        try
        {
            Scaling = normalisation ? Train.Measure(_train) : Train.Unscaled();
            Train.Scale(Scaling);
        }
        catch
        {
            Train.Dispose();
            throw;
        }
    }

    /// <summary>The training split.</summary>
    public SampleReader Train { get; }

    /// <summary>How samples are scaled.</summary>
    public InputScaling Scaling { get; }

    /// <summary>The samples of a part.</summary>
    /// <param name="part">Which.</param>
    /// <returns>Where they are, and which of them.</returns>
    /// <exception cref="EngineException">The part is empty.</exception>
    public (SampleReader Reader, int[] Indices) Of(SamplePart part)
    {
        var (reader, indices) = part switch
        {
            SamplePart.Train => (Train, _train),
            SamplePart.Validation => (Train, _validation),
            SamplePart.Test => (TestReader(), _test),
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, "Not a known part."),
        };
        return indices.Length > 0 ? (reader, indices) : throw new EngineException($"The session has no {part} samples.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Train.Dispose();
        _testReader?.Dispose();
    }

    private SampleReader TestReader()
    {
        if (_testReader is null)
        {
            _testReader = Open(_data.Dataset.Test);
            _testReader.Scale(Scaling);
        }

        return _testReader;
    }

    private SampleReader Open(DatasetSplit split) => SampleReader.Open(split, _data.Dataset.Info.SampleShape, _data.ClassNumbers);
}
