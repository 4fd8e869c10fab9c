namespace NasDaemon.Architectures.Tests.Mending;

/// <summary>Networks for images of 3 × 32 × 32 with 10 classes that fail for one reason each.</summary>
internal static class BrokenNetworks
{
    private const string Block = """

        class Block(nn.Module):
            def __init__(self, inputs, outputs):
                super().__init__()
                self.conv = nn.Conv2d(inputs, outputs, 3, padding=1)

            def forward(self, x):
                return F.relu(self.conv(x))

        """;

    public static IEnumerable<BrokenNetwork> All =>
    [
        BrokenNetwork.Of("inputs of a linear layer", "self.fc = nn.Linear(1000, 10)", "return self.fc(torch.flatten(x, 1))", "self.fc = nn.Linear(3072, 10)"),
        BrokenNetwork.Of("inputs as a product", "self.fc = nn.Linear(3 * 16 * 16, 10)", "return self.fc(x.flatten(1))", "self.fc = nn.Linear(3072, 10)"),
        BrokenNetwork.Of("inputs by keyword", "self.fc = nn.Linear(out_features=10, in_features=7)", "return self.fc(x.flatten(1))", "nn.Linear(out_features=10, in_features=3072)"),
        BrokenNetwork.Of("inputs by a variable", "size = 3 * 8 * 8\nself.fc = nn.Linear(size, 10)", "return self.fc(x.flatten(1))", "self.fc = nn.Linear(3072, 10)"),
        BrokenNetwork.Of(
            "channels of a convolution",
            "self.a = nn.Conv2d(3, 8, 3)\nself.b = nn.Conv2d(16, 10, 3)",
            "return self.b(self.a(x)).mean((2, 3))",
            "self.b = nn.Conv2d(8, 10, 3)"),
        BrokenNetwork.Of(
            "channels of a transposed convolution",
            "self.a = nn.Conv2d(3, 8, 3)\nself.b = nn.ConvTranspose2d(16, 10, 3)",
            "return self.b(self.a(x)).mean((2, 3))",
            "self.b = nn.ConvTranspose2d(8, 10, 3)"),
        BrokenNetwork.Of(
            "channels of a convolution over lines",
            "self.a = nn.Conv1d(4, 10, 3)",
            "return self.a(x.flatten(2)).mean(2)",
            "self.a = nn.Conv1d(3, 10, 3)"),
        BrokenNetwork.Of(
            "groups of a depthwise convolution",
            "self.a = nn.Conv2d(3, 8, 3)\nself.b = nn.Conv2d(4, 8, 3, groups=4)\nself.c = nn.Conv2d(8, 10, 1)",
            "return self.c(self.b(self.a(x))).mean((2, 3))",
            "self.b = nn.Conv2d(8, 8, 3, groups=4)"),
        BrokenNetwork.Of(
            "channels by the parameter of a helper",
            "self.a = Block(3, 8)\nself.b = Block(16, 10)",
            "return self.b(self.a(x)).mean((2, 3))",
            "self.b = Block(8, 10)",
            Block),
        BrokenNetwork.Of(
            "features of a normalisation",
            "self.body = nn.Sequential(nn.Conv2d(3, 8, 3), nn.BatchNorm2d(16), nn.Conv2d(8, 10, 1))",
            "return self.body(x).mean((2, 3))",
            "nn.BatchNorm2d(8)"),
        BrokenNetwork.Of(
            "dimensions of a normalisation",
            "self.body = nn.Sequential(nn.Conv2d(3, 8, 3), nn.BatchNorm1d(8), nn.Conv2d(8, 10, 1))",
            "return self.body(x).mean((2, 3))",
            "nn.BatchNorm2d(8)"),
        BrokenNetwork.Of(
            "channels of a group normalisation",
            "self.body = nn.Sequential(nn.Conv2d(3, 8, 3), nn.GroupNorm(4, 16), nn.Conv2d(8, 10, 1))",
            "return self.body(x).mean((2, 3))",
            "nn.GroupNorm(4, 8)"),
        BrokenNetwork.Of(
            "shape of a layer normalisation",
            "self.norm = nn.LayerNorm([3, 28, 28])\nself.fc = nn.Linear(3072, 10)",
            "return self.fc(self.norm(x).flatten(1))",
            "nn.LayerNorm([3, 32, 32])"),
        BrokenNetwork.Of("size in a view", "self.fc = nn.Linear(1000, 10)", "x = x.view(-1, 1000)\nreturn self.fc(x)", "x = x.view(-1, 3072)"),
        BrokenNetwork.Of("view that mixes the samples", "self.fc = nn.Linear(1024, 10)", "x = x.view(-1, 1024)\nreturn self.fc(x)", "x = x.view(-1, 3072)"),
        BrokenNetwork.Of("flatten that mixes the samples", "self.fc = nn.Linear(3072, 10)", "return self.fc(torch.flatten(x))", "torch.flatten(x, 1)"),
        BrokenNetwork.Of("nothing that flattens", "self.fc = nn.Linear(3072, 10)", "return self.fc(x)", "return self.fc(torch.flatten(x, 1))"),
        BrokenNetwork.Of(
            "nothing that flattens in a chain",
            "self.body = nn.Sequential(nn.Conv2d(3, 8, 3), nn.AdaptiveAvgPool2d(1), nn.Linear(8, 10))",
            "return self.body(x)",
            "nn.Flatten(), nn.Linear(8, 10)"),
        BrokenNetwork.Of(
            "flattened too early",
            "self.conv = nn.Conv2d(3, 8, 3)\nself.fc = nn.Linear(64, 10)",
            "x = x.view(x.size(0), -1)\nx = F.relu(self.conv(x))\nreturn self.fc(x)",
            "return self.fc(torch.flatten(x, 1))"),
        BrokenNetwork.Of(
            "flattened too early by a layer",
            "self.flat = nn.Flatten()\nself.pool = nn.AdaptiveAvgPool2d(1)\nself.fc = nn.Linear(3072, 10)",
            "x = self.flat(x)\nx = self.pool(x)\nx = self.fc(x)\nreturn x",
            "x = self.fc(torch.flatten(x, 1))"),
        BrokenNetwork.Of("number of outputs", "self.fc = nn.Linear(3072, 100)", "return F.relu(self.fc(x.flatten(1)))", "self.fc = nn.Linear(3072, 10)"),
        BrokenNetwork.Of(
            "outputs that are images of one pixel",
            "self.body = nn.Sequential(nn.Conv2d(3, 10, 3), nn.AdaptiveAvgPool2d(1))",
            "return self.body(x)",
            "return torch.flatten(self.body(x), 1)"),
        BrokenNetwork.Of("misspelt layer", "self.head = nn.Linear(3072, 10)", "return self.heads(x.flatten(1))", "return self.head(x.flatten(1))"),
        BrokenNetwork.Of("misspelt class of PyTorch", "self.fc = nn.Linear(3072, 10)\nself.act = nn.Relu()", "return self.act(self.fc(x.flatten(1)))", "self.act = nn.ReLU()"),
        BrokenNetwork.Of("layer without self", "self.fc = nn.Linear(3072, 10)", "return fc(x.flatten(1))", "return self.fc(x.flatten(1))"),
        BrokenNetwork.Of("layer looked for in PyTorch", "self.pool2 = nn.AvgPool2d(2)\nself.fc = nn.Linear(768, 10)", "return self.fc(torch.pool2(x).flatten(1))", "self.pool2(x)"),
        BrokenNetwork.Of("function looked for in another module", "self.fc = nn.Linear(768, 10)", "return self.fc(nn.max_pool2d(x, 2).flatten(1))", "F.max_pool2d(x, 2)"),
        BrokenNetwork.Of("class without its module", "self.fc = Linear(3072, 10)", "return self.fc(x.flatten(1))", "self.fc = nn.Linear(3072, 10)"),
        BrokenNetwork.Of("import from another module", "self.pool = AvgPool2d(2)\nself.fc = nn.Linear(768, 10)", "return self.fc(self.pool(x).flatten(1))", "self.pool = nn.AvgPool2d(2)", "from torchvision.ops import AvgPool2d\n"),
        BrokenNetwork.Of("function of a module that lacks it", "self.fc = nn.Linear(3072, 10)", "return self.fc(torchvision.ops.flatten(x, 1))", "return self.fc(torch.flatten(x, 1))", "import torchvision.ops\n"),
        BrokenNetwork.Of("import that nothing uses", "self.fc = nn.Linear(3072, 10)", "return self.fc(x.flatten(1))", "import torch.nn.functional as F\n\n", "from torchvision.ops import AvgPool2d\n"),
        BrokenNetwork.Of("keyword that is named otherwise", "self.fc = nn.Linear(3072, 10)", "return self.fc(torch.flatten(x, dim=1))", "torch.flatten(x, start_dim=1)"),
        BrokenNetwork.Of("keyword that there is not", "self.fc = nn.Linear(3072, 10, activation='relu')", "return self.fc(x.flatten(1))", "self.fc = nn.Linear(3072, 10)"),
        BrokenNetwork.Of(
            "several",
            "self.a = nn.Conv2d(1, 8, 3)\nself.n = nn.BatchNorm2d(4)\nself.fc = nn.Linear(100, 7)",
            "x = self.n(self.a(x))\nreturn self.fc(x)",
            "self.fc = nn.Linear(7200, 10)"),
        new("other name of the class", "import torch.nn as nn\nclass Cnn(nn.Module):\n    def __init__(self):\n        super(Cnn, self).__init__()\n        self.fc = nn.Linear(3072, 10)\n    def forward(self, x):\n        return self.fc(x.flatten(1))\n", "class Net(nn.Module):"),
        new("constructor of the parent", "import torch.nn as nn\nclass Net(nn.Module):\n    def __init__(self):\n        self.fc = nn.Linear(3072, 10)\n    def forward(self, x):\n        return self.fc(x.flatten(1))\n", "super().__init__()"),
        new("arguments that the task knows", "import torch.nn as nn\nclass Net(nn.Module):\n    def __init__(self, channels, num_classes):\n        super().__init__()\n        self.fc = nn.Linear(channels * 1024, num_classes)\n    def forward(self, x):\n        return self.fc(x.flatten(1))\n", "def __init__(self, channels=3, num_classes=10):"),
        new("training behind the network", "import torch.nn as nn\nclass Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.fc = nn.Linear(3072, 10)\n    def forward(self, x):\n        return self.fc(x.flatten(1))\n\nmodel = Net()\nfor images, labels in train_loader:\n    loss = model(images)\n", "model = Net()"),
        new("text behind the network", "import torch.nn as nn\nclass Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.fc = nn.Linear(3072, 10)\n    def forward(self, x):\n        return self.fc(x.flatten(1))\n\nThis network is small.\n", "class Net(nn.Module):"),
        new("imports left out", "class Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.fc = nn.Linear(3072, 10)\n    def forward(self, x):\n        return F.relu(self.fc(torch.flatten(x, 1)))\n", "import torch.nn.functional as F"),
    ];
}
