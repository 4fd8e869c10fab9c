using System.Globalization;
using System.Text.Json;
using NasDaemon.Testing;
using NasDaemon.Tests.Support;

namespace NasDaemon.Tests.Commands.Tracing;

public sealed class ManySourcesTests
{
    private const int Count = 10_000;
    private const int LimitKibiBytes = 300 * 1024;

    [Fact]
    public async Task Json_TenThousandFilesAndLines_StayWithin300Megabytes()
    {
        using var folder = new TemporaryFolder();
        for (var number = 0; number < Count; number++)
        {
            await File.WriteAllTextAsync(folder.Combine($"{number}.py"), Source(number));
        }

        await File.WriteAllLinesAsync(
            folder.Combine("list.jsonl"),
            Enumerable.Range(0, Count).Select(number => JsonSerializer.Serialize(new { source = Source(number) })));

        var output = await PythonTorch.RunAsync(
            Path.Combine(AppContext.BaseDirectory, "Commands", "Tracing", "measure_memory.py"),
            Build.Executable, "trace", "--json", folder.Path, folder.Combine("list.jsonl"));

        var figures = output.Split(' ').Select(figure => int.Parse(figure, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal((0, 2 * Count), (figures[0], figures[1]));
        Assert.InRange(figures[2], 1, LimitKibiBytes);
    }

    private static string Source(int number) => $$"""
        import torch.nn as nn

        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                width = {{8 + number}}
                self.features = nn.Sequential(*[nn.Linear(3072 if i == 0 else width, width) for i in range({{1 + (number % 8)}})])
                self.head = nn.Linear(width, 10)

            def forward(self, x):
                return self.head(self.features(x.flatten(1)))
        """;
}
