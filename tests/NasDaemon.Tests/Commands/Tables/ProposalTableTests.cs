using NasDaemon.Abstractions.Reports;
using NasDaemon.Commands.Tables;

namespace NasDaemon.Tests.Commands.Tables;

public sealed class ProposalTableTests
{
    [Fact]
    public void Write_ManyCandidatesOfSeveralKinds_FitsEightyColumns()
    {
        ProposalCounts[] counts =
        [
            new("few-shot", 1, 12_345, 12_340, 12_300, 12_000, 11_000, 10_500, 9_900, 9_800, 9_700, 9_600),
            new("few-shot-repair", 2, 800, 790, 780, 700, 690, 650, 600, 590, 580, 570),
            new("evolution", null, 90, 90, 90, 90, 90, 80, 70, 60, 50, 40),
        ];
        using var output = new StringWriter { NewLine = "\n" };

        ProposalTable.Of(counts).Write(output);

        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 80));
        Assert.Equal("networks   few-shot, n = 1  few-shot-repair, n = 2  evolution", lines[0]);
        Assert.Matches("^attempted +12,345 +800 +90$", lines[1]);
        Assert.Matches("^finished +9,600 +570 +40$", lines[10]);
    }
}
