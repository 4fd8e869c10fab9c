using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tests.Tracing;
using NasDaemon.Testing;

namespace NasDaemon.Architectures.Tests.Documentation;

/// <summary>Whatever PyTorch has is supported or called unsupported; a refusal never says of it that there is no such thing.</summary>
public sealed class KnownNamesTests
{
    [Fact]
    public async Task Refuse_NamesThatPyTorchHas_NeverSaysThatTheyDoNotExist()
    {
        var names = await PythonTorch.RunAsync(Path.Combine(AppContext.BaseDirectory, "Documentation", "list_names.py"));

        var denied = names.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(IsDenied).ToList();

        Assert.True(denied.Count == 0, string.Join(' ', denied));
    }

    [Fact]
    public void UnsupportedNames_OfTheCatalogue_AreNotSupported() =>
        Assert.DoesNotContain(UnsupportedNames.All, path => OperatorCatalogue.Default.TryFindFunction(path, out _));

    private static bool IsDenied(string path) => Traces.Trace(Reading(path)).Failure is
    {
        Class: FailureClass.UnknownName or FailureClass.UnknownAttribute,
    };

    private static string Reading(string path)
    {
        var read = path.StartsWith("torch.Tensor.", StringComparison.Ordinal) ? $"x.{path["torch.Tensor.".Length..]}" : $"print({path})";
        return Traces.Network(forward: $"y = {read}\nreturn self.fc(x.flatten(1))");
    }
}
