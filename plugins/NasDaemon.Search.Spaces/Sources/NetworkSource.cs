using System.Text.RegularExpressions;

namespace NasDaemon.Search.Spaces.Sources;

/// <summary>Puts a network's PyTorch source together: header comment, imports, the helper classes in use, and <c>class Net</c>.</summary>
/// <param name="dimensions">1 for inputs with a length, 2 for images: decides between <c>Conv1d</c> and <c>Conv2d</c> and their like.</param>
/// <param name="summary">The lines of the header comment.</param>
internal sealed partial class NetworkSource(int dimensions, params string[] summary)
{
    private readonly List<string> _modules = [];
    private readonly List<string> _steps = [];
    private readonly List<PythonClass> _classes = [];

    /// <summary>What <c>forward</c> takes besides <c>self</c>.</summary>
    public string ForwardArguments { get; init; } = "x";

    /// <summary>Makes a helper class available.</summary>
    /// <param name="helper">The class.</param>
    public void Use(PythonClass helper)
    {
        foreach (var needed in helper.Uses)
        {
            Use(needed);
        }

        if (_classes.TrueForAll(known => known.Text != helper.Text))
        {
            _classes.Add(helper);
        }
    }

    /// <summary>Gives the network a module.</summary>
    /// <param name="name">Its attribute.</param>
    /// <param name="expression">What makes it.</param>
    public void Module(string name, string expression) => _modules.Add($"        self.{name} = {expression}");

    /// <summary>Gives the network a sequence of modules; a single one needs no container.</summary>
    /// <param name="name">Its attribute.</param>
    /// <param name="items">What makes each module, in order.</param>
    public void Sequence(string name, IReadOnlyList<string> items)
    {
        if (items.Count == 1)
        {
            Module(name, items[0]);
        }
        else
        {
            Module(name, $"nn.Sequential(\n{Lines(items)}        )");
        }
    }

    /// <summary>Gives the network a list of modules.</summary>
    /// <param name="name">Its attribute.</param>
    /// <param name="items">What makes each module, in order.</param>
    public void List(string name, IReadOnlyList<string> items) => Module(name, $"nn.ModuleList([\n{Lines(items)}        ])");

    /// <summary>Adds a statement to <c>forward</c>.</summary>
    /// <param name="statement">The statement; further lines of it carry their own indentation from column 0.</param>
    public void Step(string statement) => _steps.Add("        " + statement.Replace("\n", "\n        ", StringComparison.Ordinal));

    /// <summary>Writes the whole source.</summary>
    /// <returns>The source, which ends with a line break.</returns>
    public string Write()
    {
        var net = $"""
            class Net(nn.Module):
                def __init__(self):
                    super().__init__()
            {string.Join('\n', _modules)}

                def forward(self, {ForwardArguments}):
            {string.Join('\n', _steps)}
            """;
        var body = string.Join("\n\n\n", _classes.Select(helper => helper.Text).Append(net));
        var header = string.Join('\n', summary.Select(line => $"# {line}").Concat(Imports(body)));
        return DimensionMark().Replace($"{header}\n\n\n{body}\n", $"{dimensions}d");
    }

    private static string Lines(IEnumerable<string> items) => string.Concat(items.Select(item => $"            {item},\n"));

    private static IEnumerable<string> Imports(string body)
    {
        if (TorchUse().IsMatch(body))
        {
            yield return "import torch";
        }

        yield return "import torch.nn as nn";
        if (FunctionalUse().IsMatch(body))
        {
            yield return "import torch.nn.functional as F";
        }
    }

    [GeneratedRegex(@"\btorch\.")]
    private static partial Regex TorchUse();

    [GeneratedRegex(@"\bF\.")]
    private static partial Regex FunctionalUse();

    [GeneratedRegex(@"(?<=Conv|BatchNorm|Pool|_pool)2d\b")]
    private static partial Regex DimensionMark();
}
