using System.Text.Json;
using NasDaemon.Engines.LibTorch.Interop;
using NasDaemon.Testing;

namespace NasDaemon.Engines.LibTorch.Tests.Products;

public sealed class ProductsAgainstPyTorchTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task LinearAndMatmul_OperandsOfEveryLayout_GiveWhatPyTorchGives(int seed)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Products", "compare_products.py");

        var differences = JsonSerializer.Deserialize<string[]>(await PythonTorch.RunAsync(script, NativeLibraryFile.Path, $"{seed}", "2000"))!;

        Assert.Empty(differences);
    }
}
