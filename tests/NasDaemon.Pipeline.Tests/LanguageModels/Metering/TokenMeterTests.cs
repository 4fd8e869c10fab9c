using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Pipeline.LanguageModels.Metering;
using NasDaemon.Testing.LanguageModels;

namespace NasDaemon.Pipeline.Tests.LanguageModels.Metering;

public sealed class TokenMeterTests
{
    private readonly SteppingClock _clock = new();

    [Fact]
    public void PerSecond_WhileAModelWrites_IsTheMeanOfTheLastTenWholeSeconds()
    {
        var meter = new TokenMeter(_clock);
        for (var second = 0; second < 30; second++)
        {
            meter.Wrote(second < 20 ? 4 : 8);
            _clock.Advance(1);
        }

        Assert.Equal(8, meter.PerSecond());
        Assert.Equal(160, meter.Generated);
        _clock.Advance(5);
        Assert.Equal(4, meter.PerSecond());
        _clock.Advance(60);
        Assert.Equal(0, meter.PerSecond());
    }

    [Fact]
    public void PerSecond_InTheFirstSeconds_IsTheMeanOfThose()
    {
        var meter = new TokenMeter(_clock);
        meter.Wrote(6);

        Assert.Equal(0, meter.PerSecond());
        _clock.Advance(2);
        Assert.Equal(3, meter.PerSecond());
    }

    [Fact]
    public async Task CompleteAsync_EachPiece_IsCountedAtOnceAndTheRestAtTheEnd()
    {
        var meter = new TokenMeter(_clock);
        await using var model = MeteredModel.Of(new ScriptedModel(_ => new string('x', 96)), meter);
        var counts = new List<long>();

        await foreach (var part in model.CompleteAsync(new CompletionRequest(new TextPrompt("abcdef"), new SamplingSettings(1), 1_000, []), CancellationToken.None))
        {
            counts.Add(meter.Generated);
        }

        Assert.Equal([1, 2, 32], counts);
        Assert.Equal(2, meter.Read);
    }

    private sealed class SteppingClock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _now;

        public void Advance(int seconds) => _now += seconds;
    }
}
