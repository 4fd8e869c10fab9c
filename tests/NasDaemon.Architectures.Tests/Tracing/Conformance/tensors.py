# torch.Tensor as a constructor: sizes without values, values, and what is made of both.
import math


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 10, 3)
        self.weight = nn.Parameter(torch.Tensor(10, 3072))
        self.noise = nn.Parameter(torch.Tensor(10, 3072).uniform_(-1, 1), requires_grad=False)
        self.bias = nn.Parameter(torch.Tensor([0.1] * 10))
        self.gain = nn.Parameter(torch.FloatTensor(1))
        self.blocks = nn.ModuleDict([["relu", nn.ReLU()], ["prelu", nn.PReLU()]])
        assert torch.Tensor([1, 2]).dtype == torch.float32
        assert torch.Tensor().shape == (0,)
        nn.init.zeros_(self.gain)
        bound = 1.0 / math.sqrt(self.weight.size(1))
        self.weight.data.uniform_(-bound, bound)

    def forward(self, x):
        y = self.blocks["prelu"](self.conv(x))
        z = torch.Tensor(x.size(0), 10)
        z[:, :5] = y[:, :5].mean((2, 3))
        z[:, 5:] = y[:, 5:].amax((2, 3))
        z = F.dropout(z, self.training)
        return z + F.linear(x.flatten(1), self.weight + self.noise, self.bias) * self.gain
