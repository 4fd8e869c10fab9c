"""A whole EfficientNet with stochastic depth, its classifier replaced."""
import torch.nn as nn
from torchvision.models import EfficientNet_B0_Weights, efficientnet_b0


class Net(nn.Module):
    def __init__(self):
        super(Net, self).__init__()
        self.backbone = efficientnet_b0(weights=None, stochastic_depth_prob=0.1)
        self.backbone.classifier[1] = nn.Linear(self.backbone.classifier[1].in_features, 10)

    def forward(self, x):
        return self.backbone(x)
