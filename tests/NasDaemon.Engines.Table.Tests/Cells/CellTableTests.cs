using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Training;
using NasDaemon.Engines.Table.Cells;
using NasDaemon.Testing;

namespace NasDaemon.Engines.Table.Tests.Cells;

public sealed class CellTableTests
{
    private const string Header =
        "index,arch,seeds200,params_c10,train_s200_c10valid,train_s200_c100,train_s200_in16,val200_c10,test200_c10,val200_c100,test200_c100,"
        + "val200_in16,test200_in16,val12_c10,test12_c10,val12_c100,test12_c100,val12_in16,test12_in16";

    private const string Row = "0,|none~0|+|none~0|none~1|+|skip_connect~0|none~1|none~2|,3,1,1000,1,1,80,81,50,51,20,21,70,71,40,41,10,11";

    [SharedDataTheory(Tables.Cells)]
    [InlineData("cifar10", 200, 0.91607)]
    [InlineData("cifar100", 200, 0.73493)]
    [InlineData("imagenet16-120", 200, 0.46733)]
    [InlineData("cifar10", 12, 0.84892)]
    public void BestValidation_OfTheWholeTable_IsThePublishedOne(string dataset, int epochs, double expected) =>
        Assert.Equal(expected, Open(Tables.Cells).BestValidation(new TabulatedRecipe(dataset, epochs)), 9);

    [SharedDataTheory(Tables.Cells)]
    [InlineData("cifar10", 200, 0.91607, 0.94373, 25_000, 10_000)]
    [InlineData("imagenet16-120", 200, 0.45556, 0.46711, 3_000, 3_000)]
    public void Find_BestCellOfCifar10_HasItsRow(string dataset, int epochs, double validation, double test, int validationSamples, int testSamples)
    {
        var best = Tables.Cell("|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|skip_connect~0|nor_conv_3x3~1|nor_conv_1x1~2|");

        var found = Open(Tables.Cells).Find(best, new TabulatedRecipe(dataset, epochs))!;

        Assert.Equal((validation, test), (Math.Round(found.Validation.Accuracy, 5), Math.Round(found.Test.Accuracy, 5)));
        Assert.Equal((validationSamples, testSamples), (found.Validation.Samples, found.Test.Samples));
    }

    [Fact]
    public void Find_ShortTraining_TakesItsShareOfTheTime()
    {
        using var folder = new TemporaryFolder();
        var table = Open(Write(folder, Header, Row));
        var cell = Tables.Cell("|none~0|+|none~0|none~1|+|skip_connect~0|none~1|none~2|");

        Assert.Equal(1000, table.Find(cell, new TabulatedRecipe("cifar10", 200))!.Seconds);
        Assert.Equal(60, table.Find(cell, new TabulatedRecipe("cifar10", 12))!.Seconds);
        Assert.Null(table.Find(cell, new TabulatedRecipe("cifar10", 100)));
        Assert.Null(table.Find(new AnswerList([.. cell.Answers.Take(5)]), new TabulatedRecipe("cifar10", 12)));
    }

    [Fact]
    public void Problem_NoFile_NamesFileAndRemedy()
    {
        var problem = Open("/nowhere/cells.csv").Problem;

        Assert.Contains("/nowhere/cells.csv is not there", problem, StringComparison.Ordinal);
        Assert.Contains("docs/tables.md", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b", "Its first line does not name the columns")]
    [InlineData(Header, "Line 2", "0,|none~0|,3")]
    [InlineData(Header, "Line 3", Row, Row)]
    [InlineData(Header, "Line 2 is no row of the table. 180 is no accuracy in percent.", "0,x,3,1,1000,1,1,180,81,50,51,20,21,70,71,40,41,10,11")]
    public void Problem_AnotherFile_SaysWhere(string header, string expected, params string[] rows)
    {
        using var folder = new TemporaryFolder();

        Assert.Contains(expected, Open(Write(folder, [header, .. rows])).Problem, StringComparison.Ordinal);
    }

    private static string Write(TemporaryFolder folder, params string[] lines)
    {
        var path = folder.Combine("table.csv");
        File.WriteAllLines(path, lines);
        return path;
    }

    private static PublishedTable Open(string file) => Tables.Open(new CellTableFormat(), CellTableFormat.Description, file);
}
