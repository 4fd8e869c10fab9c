using NasDaemon.Pipeline.Text;

namespace NasDaemon.Pipeline.Tests.Text;

public sealed class NearNameTests
{
    private static readonly string[] Known = ["epochs", "batch_size", "optimizer", "max_parameters", "cosine"];

    [Theory]
    [InlineData("epoch", "epochs")]
    [InlineData("Epochs", "epochs")]
    [InlineData("epcohs", "epochs")]
    [InlineData("batch-size", "batch_size")]
    [InlineData("batch", "batch_size")]
    [InlineData("optimiser", "optimizer")]
    [InlineData("parameters", "max_parameters")]
    [InlineData("learning", null)]
    [InlineData("", null)]
    public void Find_MisspeltName_GivesTheNearest(string written, string? expected) => Assert.Equal(expected, NearName.Find(written, Known));
}
