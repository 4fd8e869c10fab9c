using NasDaemon.Architectures.Fingerprints;
using NasDaemon.Architectures.Tests.Tracing;

namespace NasDaemon.Architectures.Tests.Fingerprints;

/// <summary>Pairs of sources by hand, each a case that docs/fingerprints.md names.</summary>
public sealed class SourcePairTests
{
    private const string Flat = "return self.fc(x.flatten(1))";

    [Theory]
    [InlineData("return self.fc(x.flatten(1))", "return self.fc(x.view(x.size(0), -1))")]
    [InlineData("return self.fc(x.flatten(1))", "return self.fc(torch.reshape(x, (-1, 3072)))")]
    [InlineData("return self.fc(x.flatten(1))", "return self.fc(nn.Flatten()(x.contiguous()))")]
    [InlineData("x = F.relu(x)\nreturn self.fc(x.flatten(1))", "x = nn.ReLU(inplace=True)(x)\nreturn self.fc(x.flatten(1))")]
    [InlineData("x = x.softmax(-1)\nreturn self.fc(x.flatten(1))", "x = F.softmax(x, dim=3)\nreturn self.fc(x.flatten(1))")]
    [InlineData("x = torch.cat([x, x], 1)[:, :3]\nreturn self.fc(x.flatten(1))", "x = torch.cat((x, x), dim=1)[:, 0:3]\nreturn self.fc(x.flatten(1))")]
    [InlineData("if x.size(1) == 3:\n    x = x * 2\nreturn self.fc(x.flatten(1))", "x = x * 2\nreturn self.fc(x.flatten(1))")]
    [InlineData("for i in range(3):\n    x = x.relu()\nreturn self.fc(x.flatten(1))", "x = x.relu().relu().relu()\nreturn self.fc(x.flatten(1))")]
    [InlineData("y = x.sin()\nreturn self.fc(x.flatten(1))", "return self.fc(x.flatten(1))")]
    public void Compute_SameForward_IsTheSame(string left, string right) => Assert.Equal(Forward(left), Forward(right));

    [Theory]
    [InlineData("x = F.relu(x)\n" + Flat, Flat)]
    [InlineData("x = F.relu(x)\n" + Flat, "x = F.relu6(x)\n" + Flat)]
    [InlineData("x = x + x.relu()\n" + Flat, "x = x.relu()\n" + Flat)]
    [InlineData("x = F.dropout(x, 0.1, self.training)\n" + Flat, "x = F.dropout(x, 0.2, self.training)\n" + Flat)]
    [InlineData("x = F.dropout(x, 0.1, self.training)\n" + Flat, "x = F.dropout(x, 0.1)\n" + Flat)]
    [InlineData("x = x - x.relu()\n" + Flat, "x = x.relu() - x\n" + Flat)]
    [InlineData("x = x.transpose(2, 3)\n" + Flat, "x = x.transpose(1, 2)\n" + Flat)]
    [InlineData("x = torch.roll(x, 1, 2)\n" + Flat, "x = torch.roll(x, 1, 3)\n" + Flat)]
    [InlineData("x = x.detach()\n" + Flat, Flat)]
    [InlineData("x = x * 2\n" + Flat, "x = x * 3\n" + Flat)]
    public void Compute_OtherForward_Differs(string left, string right) => Assert.NotEqual(Forward(left), Forward(right));

    [Theory]
    [InlineData("self.a = nn.Linear(10, 10)\nself.b = self.a", "self.a = nn.Linear(10, 10)\nself.b = nn.Linear(10, 10)")]
    [InlineData("self.a = nn.Linear(10, 10)\nself.b = nn.Linear(10, 10)", "self.a = nn.Linear(10, 10, bias=False)\nself.b = nn.Linear(10, 10)")]
    [InlineData("self.a = nn.Linear(10, 10)\nself.b = nn.Linear(10, 10)", "self.a = nn.Linear(10, 10)\nself.b = nn.Linear(10, 10)\nnn.init.zeros_(self.b.weight)")]
    [InlineData("self.a = nn.Linear(10, 10)\nself.b = nn.Linear(10, 10)", "self.a = nn.Linear(10, 10)\nself.b = nn.Linear(10, 10)\nself.a.requires_grad_(False)")]
    [InlineData("self.a = nn.Linear(10, 10)\nself.b = nn.Linear(10, 10)", "self.a = nn.Linear(10, 12)\nself.b = nn.Linear(12, 10)")]
    public void Compute_OtherParameters_Differs(string left, string right) => Assert.NotEqual(Chain(left), Chain(right));

    /// <summary>What the output does not depend on is trained by nothing, so that a result holds for the network without it, too.</summary>
    [Theory]
    [InlineData("self.a = nn.Linear(10, 10)\nself.b = nn.Linear(10, 10)", "self.b = nn.Linear(10, 10)\nself.a = nn.Linear(10, 10)")]
    [InlineData("self.a = nn.Linear(10, 10)\nself.b = nn.Linear(10, 10)", "self.a = nn.Linear(10, 10)\nself.b = nn.Linear(10, 10)\nself.unused = nn.Linear(99, 99)")]
    public void Compute_SameParametersInUse_IsTheSame(string left, string right) => Assert.Equal(Chain(left), Chain(right));

    private static string Forward(string lines) => GraphFingerprint.Compute(Traces.Accept(Traces.Network(forward: lines)));

    private static string Chain(string lines) =>
        GraphFingerprint.Compute(Traces.Accept(Traces.Network(lines, "return self.b(self.a(self.fc(x.flatten(1))))")));
}
