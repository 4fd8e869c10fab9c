using NasDaemon.LanguageModels.LlamaCpp.Writing;

namespace NasDaemon.LanguageModels.LlamaCpp.Tests.Writing;

public sealed class StopFilterTests
{
    [Theory]
    [InlineData("END", "one|two", "one|two|", false)]
    [InlineData("END", "oneEND|two", "one||", true)]
    [InlineData("END", "one E|ND two", "one ||", true)]
    [InlineData("END", "one E|N|E|ND", "one ||EN||", true)]
    [InlineData("END", "one E|Ntwo", "one |ENtwo|", false)]
    [InlineData("END", "one EN", "one |EN", false)]
    [InlineData("aab", "aaa|ab", "a|a|", true)]
    public void Add_Pieces_PassesWhatIsNoPartOfAStop(string stop, string pieces, string expected, bool stopped)
    {
        var filter = new StopFilter([stop]);

        var passed = pieces.Split('|').Select(filter.Add).ToList();

        Assert.Equal(expected, string.Join('|', passed) + "|" + filter.Rest());
        Assert.Equal(stopped, filter.Stopped);
    }

    [Fact]
    public void Add_SeveralStops_TheEarliestCounts()
    {
        var filter = new StopFilter(["later", "now"]);

        Assert.Equal("go ", filter.Add("go now or later"));
        Assert.Equal("", filter.Rest());
    }
}
