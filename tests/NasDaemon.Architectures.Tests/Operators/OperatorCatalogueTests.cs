using NasDaemon.Architectures.Operators;

namespace NasDaemon.Architectures.Tests.Operators;

public sealed class OperatorCatalogueTests
{
    [Theory]
    [InlineData("torch.nn.functional.relu")]
    [InlineData("torch.nn.functional.conv2d")]
    [InlineData("torch.cat")]
    [InlineData("torch.nn.init.kaiming_normal_")]
    public void TryFindFunction_KnownPath_FindsIt(string path) =>
        Assert.True(OperatorCatalogue.Default.TryFindFunction(path, out _));

    [Theory]
    [InlineData("view")]
    [InlineData("__add__")]
    [InlineData("__getitem__")]
    [InlineData("size")]
    public void TryFindMethod_KnownName_FindsIt(string name) =>
        Assert.True(OperatorCatalogue.Default.TryFindMethod(name, out _));

    [Fact]
    public void Nearest_MisspeltName_NamesTheRightOne() =>
        Assert.Equal("torch.nn.Conv2d", OperatorCatalogue.Default.Nearest("torch.nn.Conv2D"));

    [Fact]
    public void Lowering_EveryOperator_NamesOnlyItsOwnParameters()
    {
        foreach (var definition in OperatorCatalogue.Default.Operators.Where(definition => definition.Lowering is not null))
        {
            var names = System.Text.RegularExpressions.Regex.Matches(definition.Lowering!, @"\{(\w+)\}").Select(match => match.Groups[1].Value);
            Assert.All(names, name => Assert.True(definition.Signature.IndexOf(name) >= 0, $"{definition.Name}: {name}"));
        }
    }
}
