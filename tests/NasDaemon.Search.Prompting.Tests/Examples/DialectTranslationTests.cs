using NasDaemon.Abstractions.Spaces;
using NasDaemon.Architectures.Fingerprints;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Search.Prompting.Examples;
using NasDaemon.Search.Prompting.Python;

namespace NasDaemon.Search.Prompting.Tests.Examples;

public sealed class DialectTranslationTests
{
    private static readonly NetworkShape Images = new([3, 32, 32], 10);
    private static readonly NetworkShape Sequences = new([6, 128], 5);

    public static TheoryData<string> Library => [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "library"), "*.py").Select(Path.GetFileName).OfType<string>()];

    [Theory]
    [MemberData(nameof(Library))]
    public void Translate_LibraryNetworkToPlain_IsTheSameNetwork(string file)
    {
        var source = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "library", file));
        var shape = Fingerprint(source, Images) is null ? Sequences : Images;

        var plain = new DialectTranslation(shape).Translate(source, Dialect.Plain);

        Assert.Contains("def __init__(self):", plain, StringComparison.Ordinal);
        Assert.DoesNotContain("train_setup", plain, StringComparison.Ordinal);
        Assert.NotNull(Fingerprint(source, shape));
        Assert.Equal(Fingerprint(source, shape), Fingerprint(plain, shape));
        Assert.Equal(Fingerprint(source, shape), Fingerprint(CommentStripper.Strip(plain), shape));
    }

    private static string? Fingerprint(string source, NetworkShape shape)
    {
        var traced = new ArchitectureTracer(TracingLimits.Default).Trace(source, new TraceRequest(shape));
        return traced.Architecture is { } architecture ? GraphFingerprint.Compute(architecture) : null;
    }
}
