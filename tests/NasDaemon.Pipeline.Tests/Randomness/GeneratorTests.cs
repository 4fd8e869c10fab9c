using NasDaemon.Pipeline.Randomness;

namespace NasDaemon.Pipeline.Tests.Randomness;

public sealed class GeneratorTests
{
    /// <summary>The values that Vigna's splitmix64.c gives for the seed 1234567.</summary>
    [Fact]
    public void SplitMix64_Seed1234567_GivesThePublishedNumbers()
    {
        var generator = new SplitMix64(1234567);

        Assert.Equal(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821],
            Take(5, () => generator.Next()));
    }

    /// <summary>The values that the authors' xoshiro256starstar.c gives for the state 1, 2, 3, 4.</summary>
    [Fact]
    public void Xoshiro256_StateOneToFour_GivesThePublishedNumbers()
    {
        var generator = new Xoshiro256(1, 2, 3, 4);

        Assert.Equal(
            [
                11520, 0, 1509978240, 1215971899390074240, 1216172134540287360,
                607988272756665600, 16172922978634559625, 8476171486693032832, 10595114339597558777, 2904607092377533576,
            ],
            Take(10, generator.Next));
    }

    private static ulong[] Take(int count, Func<ulong> next) => [.. Enumerable.Range(0, count).Select(_ => next())];
}
