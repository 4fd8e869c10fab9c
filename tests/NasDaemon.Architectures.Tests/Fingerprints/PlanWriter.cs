using System.Text;

namespace NasDaemon.Architectures.Tests.Fingerprints;

/// <summary>Writes a planned network as source, each time in another style: names, order, spelling, comments, what is left unused.</summary>
internal sealed class PlanWriter(NetworkPlan plan, Random random)
{
    private static readonly string[] Rates = ["0.1", "0.25", "0.5"];
    private static readonly string[] Kernels = ["1", "3", "5"];

    private readonly List<string> _definitions = [];
    private readonly List<string> _steps = [];
    private int _names;

    public static string Write(NetworkPlan plan, Random random) => new PlanWriter(plan, random).Write();

    private string Write()
    {
        var stem = Define("nn.Conv2d(3, 8, 3, padding=1)", "nn.Conv2d(in_channels=3, out_channels=8, kernel_size=(3, 3), stride=1, padding=1, bias=True)");
        Step($"x = {stem}(x)");
        foreach (var layer in plan.Layers)
        {
            WriteLayer(layer);
        }

        var head = Define("nn.Linear(8, 10)", "nn.Linear(in_features=8, out_features=10, bias=True)");
        Step("x = x.mean((2, 3))", "x = torch.mean(x, dim=(2, 3))", "x = x.mean(dim=[2, 3], keepdim=False)");
        Step($"return {head}(x)", $"y = {head}(x)\nreturn y", $"return {head}(input=x)");
        return Assemble();
    }

    private void WriteLayer(LayerPlan layer)
    {
        var (kernel, padding) = (Kernels[layer.Choice], layer.Choice);
        switch (layer.Kind)
        {
            case LayerKind.Convolution:
                Apply(Define($"nn.Conv2d(8, 8, {kernel}, padding={padding})", $"nn.Conv2d(8, 8, kernel_size={kernel}, padding=({padding}, {padding}), groups=1)"));
                break;
            case LayerKind.Normalisation:
                var eps = Pick("1e-5", "1e-3", "1e-2", layer.Choice);
                Apply(Define($"nn.BatchNorm2d(8, {eps})", $"nn.BatchNorm2d(num_features=8, eps={eps}, momentum=0.1, affine=True)"));
                break;
            case LayerKind.Activation:
                WriteActivation(layer.Choice);
                break;
            case LayerKind.Pooling:
                WritePooling(layer.Choice);
                break;
            case LayerKind.Dropout:
                var dropout = Define($"nn.Dropout({Rates[layer.Choice]})", $"nn.Dropout(p={Rates[layer.Choice]}, inplace=False)");
                Step($"x = {dropout}(x)", $"x = F.dropout(x, {Rates[layer.Choice]}, self.training)", $"x = F.dropout(x, p={Rates[layer.Choice]}, training=self.training)");
                break;
            case LayerKind.Residual:
                var branch = Define($"nn.Conv2d(8, 8, {kernel}, 1, {padding})", $"nn.Conv2d(8, 8, {kernel}, padding={padding})");
                Step($"x = x + {branch}(x)", $"x = {branch}(x) + x", $"skip = x\nx = {branch}(x)\nx += skip", $"x = torch.add(x, {branch}(x))");
                break;
            case LayerKind.Shared:
                var shared = Define($"nn.Conv2d(8, 8, {kernel}, padding={padding})", $"nn.Conv2d(8, 8, {kernel}, 1, {padding})");
                Step($"x = {shared}({shared}(x))", $"for _ in range(2):\n    x = {shared}(x)", $"x = {shared}(x)\nx = {shared}(x)");
                break;
            default:
                var value = layer.Choice + 2;
                var name = Name();
                _definitions.Add($"self.register_buffer('{name}', torch.full((1, 8, 1, 1), {value}.0))");
                Step($"x = x * self.{name}", $"x = self.{name} * x", $"x = torch.mul(x, self.{name})");
                break;
        }
    }

    private void WriteActivation(int choice)
    {
        switch (choice)
        {
            case 0:
                var relu = Define("nn.ReLU()", "nn.ReLU(inplace=True)");
                Step($"x = {relu}(x)", "x = F.relu(x)", "x = torch.relu(x)", "x = x.relu()", "x = F.relu(x, inplace=True)");
                break;
            case 1:
                var gelu = Define("nn.GELU()", "nn.GELU(approximate='none')");
                Step($"x = {gelu}(x)", "x = F.gelu(x)", "x = nn.functional.gelu(input=x)");
                break;
            default:
                var leaky = Define("nn.LeakyReLU(0.2)", "nn.LeakyReLU(negative_slope=0.2)");
                Step($"x = {leaky}(x)", "x = F.leaky_relu(x, 0.2)", "x = F.leaky_relu(x, negative_slope=0.2, inplace=False)");
                break;
        }
    }

    private void WritePooling(int choice)
    {
        var (kind, function, stride) = choice == 0 ? ("MaxPool2d", "max_pool2d", 1) : ("AvgPool2d", "avg_pool2d", choice);
        var pool = Define($"nn.{kind}(3, {stride}, 1)", $"nn.{kind}(kernel_size=3, stride={stride}, padding=1)");
        Step($"x = {pool}(x)", $"x = F.{function}(x, 3, {stride}, 1)", $"x = F.{function}(x, kernel_size=3, stride=({stride}, {stride}), padding=1)");
    }

    private string Define(params string[] spellings)
    {
        var name = Name();
        var spelling = spellings[random.Next(spellings.Length)];
        _definitions.Add(random.Next(4) switch
        {
            0 => $"self.{name} = nn.Sequential({spelling})",
            1 => $"setattr(self, '{name}', {spelling})",
            2 => $"self.add_module('{name}', {spelling})",
            _ => $"self.{name} = {spelling}",
        });
        return $"self.{name}";
    }

    private void Apply(string module) => Step($"x = {module}(x)", $"x = {module}.forward(x)", $"x = {module}(input=x) if False else {module}(x)");

    private void Step(params string[] spellings)
    {
        if (random.Next(4) == 0)
        {
            _steps.Add(random.Next(2) == 0 ? $"# step {random.Next(100)}" : "unused = x * 2 + 1");
        }

        _steps.Add(spellings[random.Next(spellings.Length)]);
    }

    private string Name() => $"{(char)('a' + random.Next(26))}{random.Next(1_000)}_{_names++}";

    private static string Pick(string first, string second, string third, int choice) => choice == 0 ? first : choice == 1 ? second : third;

    private string Assemble()
    {
        var definitions = _definitions.ToArray();
        random.Shuffle(definitions);
        string[] methods =
        [
            Method("__init__(self)", ["super().__init__()", .. definitions]),
            Method("forward(self, x)", _steps),
            Method("unused(self)", ["return 1"]),
        ];
        random.Shuffle(methods);
        return $"import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n\n\nclass Net(nn.Module):\n{string.Join(random.Next(2) == 0 ? "\n" : "\n\n\n", methods)}";
    }

    private static string Method(string head, IEnumerable<string> lines)
    {
        var body = new StringBuilder($"    def {head}:\n");
        foreach (var line in lines)
        {
            body.Append("        ").Append(line.Replace("\n", "\n        ", StringComparison.Ordinal)).Append('\n');
        }

        return body.ToString();
    }
}
