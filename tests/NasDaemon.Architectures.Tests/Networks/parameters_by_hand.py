"""No layers at all: parameters in lists and dictionaries, functional calls, fixed filters in buffers."""
import math

import torch
import torch.nn.functional as F
from torch.nn import Module, Parameter, ParameterList


class Net(Module):
    shapes = ((16, 9, 3, 3), (32, 16, 3, 3), (32, 32, 3, 3))

    def __init__(self):
        super().__init__()
        sobel = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
        filters = torch.stack([sobel, sobel.t(), torch.eye(3)]).unsqueeze(1)
        self.register_buffer("filters", filters.repeat(3, 1, 1, 1))
        self.register_buffer("step", torch.tensor(1.0), persistent=False)
        self.kernels = ParameterList()
        self.biases = ParameterList([Parameter(torch.zeros(shape[0])) for shape in self.shapes])
        for shape in self.shapes:
            kernel = Parameter(torch.empty(*shape))
            torch.nn.init.kaiming_uniform_(kernel, a=math.sqrt(5))
            self.kernels.append(kernel)
        self.register_parameter("head", Parameter(torch.randn(10, 32) / math.sqrt(32)))
        self.register_parameter("unused", None)

    def forward(self, x):
        x = F.conv2d(x, self.filters, padding=1, groups=3) * self.step
        for index, (kernel, bias) in enumerate(zip(self.kernels, self.biases)):
            x = F.leaky_relu(F.conv2d(x, kernel, bias, stride=2, padding=1), 0.2)
            if index:
                x = F.layer_norm(x, x.shape[1:])
        x = F.adaptive_avg_pool2d(x, (1, 1))[..., 0, 0]
        return F.linear(x, F.normalize(self.head, dim=1)) * 4
