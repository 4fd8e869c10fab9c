using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Sources;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Architectures.Beginnings;
using NasDaemon.Architectures.Tracing;

namespace NasDaemon.Architectures.Tests.Beginnings;

public sealed class BeginningReaderTests
{
    private const string Class = "import torch.nn as nn\nclass Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n";
    private const string Forward = Class + "        self.fc = nn.Linear(3072, 10)\n    def forward(self, x):\n";

    private static readonly TraceRequest Request = new(new NetworkShape([3, 32, 32], 10));

    private readonly BeginningReader _reader = new(new ArchitectureTracer(TracingLimits.Default));

    [Theory]
    [InlineData("", SourceStage.Before)]
    [InlineData("import torch\n", SourceStage.Before)]
    [InlineData("import torch.nn as nn\nclass Block(nn.Module):\n", SourceStage.Before)]
    [InlineData("import torch.nn as nn\nclass Net(nn.Module):\n", SourceStage.Class)]
    [InlineData("import torch.nn as nn\nclass Net(nn.Module):\n    def __init__(self):\n", SourceStage.Class)]
    [InlineData(Class, SourceStage.Class)]
    [InlineData(Class + "        self.body = nn.Sequential(\n            nn.Flatten(),\n", SourceStage.Class)]
    [InlineData(Class + "        for width in (8, 16):\n", SourceStage.Class)]
    [InlineData(Class + "        if True:\n            self.a = 1\n        else:\n", SourceStage.Class)]
    [InlineData(Class + "        self.body = self._make(3)\n", SourceStage.Class)]
    [InlineData(Class + "    @property\n", SourceStage.Class)]
    [InlineData(Class + "        try:\n            self.a = 1\n", SourceStage.Before)]
    [InlineData(Forward, SourceStage.Forward)]
    [InlineData(Forward + "        x = x.flatten(1)\n", SourceStage.Forward)]
    [InlineData(Forward + "        x = x.flatten(1)\n        return self.fc(x)\n", SourceStage.Whole)]
    public void Read_BeginningThatCanBecomeRight_SaysHowFarItCame(string text, SourceStage stage)
    {
        var trace = _reader.Read(text, Request);

        Assert.Equal((null, stage), (trace.Failure, trace.Stage));
    }

    [Theory]
    [InlineData("import torch.nn as nn\nclass Net(nn.Modul):\n", FailureClass.UnknownName)]
    [InlineData(Class + "        self.fc = nn.Linear(3072)\n", FailureClass.WrongArguments)]
    [InlineData(Class + "        self.fc = nn.Linear(width, 10)\n", FailureClass.UnknownName)]
    [InlineData(Class + "        self.size = self.width * 2\n", FailureClass.UnknownAttribute)]
    [InlineData(Class + "        self.fc = nn.Linear(3072, 10))\n", FailureClass.Syntax)]
    [InlineData(Class + "        return self\n", FailureClass.WrongArguments)]
    [InlineData(Class + "       self.fc = 1\n", FailureClass.Syntax)]
    [InlineData(Forward + "        x = self.fc(x)\n", FailureClass.ShapeMismatch)]
    [InlineData(Forward + "        x = self.conv(x)\n", FailureClass.UnknownAttribute)]
    [InlineData(Forward + "        return x\n", FailureClass.WrongOutput)]
    public void Read_StatementThatCannotBecomeRight_IsAFailure(string text, FailureClass failure) =>
        Assert.Equal(failure, _reader.Read(text, Request).Failure!.Class);

    [Fact]
    public void Read_StatementThatIsNotWhole_IsLeftOut()
    {
        var trace = _reader.Read(Class + "        self.body = nn.Sequential(\n            nn.Lineer(1, 2),\n", Request);

        Assert.Equal((null, Class.Length), (trace.Failure, trace.Length));
    }

    [Fact]
    public void Read_FailureThatMendingCures_CountsWhereAsked()
    {
        var text = Forward.Replace("3072", "100", StringComparison.Ordinal) + "        return self.fc(x.flatten(1))\n";

        Assert.Equal(FailureClass.ShapeMismatch, _reader.Read(text, Request).Failure!.Class);
        Assert.Equal((null, SourceStage.Whole), (_reader.Read(text, Request, mends: true).Failure, _reader.Read(text, Request, mends: true).Stage));
    }

    [Fact]
    public void Read_Forward_TellsTheLastShapeAndTheParameters()
    {
        var trace = _reader.Read(Forward + "        x = x.flatten(1)\n", Request);

        Assert.Equal("7, 3072", string.Join(", ", trace.Reached!.At(7)));
        Assert.Equal(30_730, trace.Parameters);
    }
}
