"""The LEMUR dialect as code models answer it: hyper-parameters with defaults, helpers that grow a list, a probing pass."""
import torch
import torch.nn as nn
import torch.nn.functional as F


def supported_hyperparameters():
    return ['lr', 'momentum', 'dropout']


class ConvBlock(nn.Module):
    """Convolution, normalisation, activation."""

    def __init__(self, in_channels: int, out_channels: int, kernel_size: int = 3, stride: int = 1) -> None:
        super(ConvBlock, self).__init__()
        self.block = nn.Sequential(
            nn.Conv2d(in_channels, out_channels, kernel_size, stride, kernel_size // 2, bias=False),
            nn.BatchNorm2d(out_channels),
            nn.ReLU(inplace=True),
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.block(x)


class Net(nn.Module):
    def __init__(self, in_shape: tuple, out_shape: tuple, prm: dict, device: torch.device) -> None:
        super().__init__()
        self.device = device
        self.batch, self.channel_number, self.image_size, _ = in_shape
        self.class_number = out_shape[0]
        self.learning_rate = prm['lr'] if 'lr' in prm else 0.01
        self.dropout_rate = prm.get('dropout', 0.3)
        self.features = self._make_features([32, 'M', 64, 'M', (128, 2)])
        with torch.no_grad():
            probe = self.features(torch.zeros(1, *in_shape[1:]))
        num_features = probe.view(1, -1).size(1)
        self.classifier = nn.Sequential(
            nn.Dropout(self.dropout_rate),
            nn.Linear(num_features, 128),
            nn.ReLU(),
            nn.Linear(128, self.class_number),
        )

    def _make_features(self, plan):
        layers = []
        in_channels = self.channel_number
        for item in plan:
            if item == 'M':
                layers.append(nn.MaxPool2d(2))
                continue
            width, repeats = item if isinstance(item, tuple) else (item, 1)
            for _ in range(repeats):
                layers += [ConvBlock(in_channels, width)]
                in_channels = width
        self.last_channels = in_channels
        return nn.Sequential(*layers)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = x.to(self.device) if x.device != self.device else x
        x = self.features(x)
        x = x.view(x.size(0), -1)
        return self.classifier(x)

    def train_setup(self, prm: dict) -> None:
        self.to(self.device)
        self.criteria = (nn.CrossEntropyLoss().to(self.device),)
        self.optimizer = torch.optim.SGD(self.parameters(), lr=prm['lr'], momentum=prm['momentum'])

    def learn(self, train_data) -> None:
        self.train()
        for inputs, labels in train_data:
            inputs, labels = inputs.to(self.device), labels.to(self.device)
            self.optimizer.zero_grad()
            outputs = self(inputs)
            loss = self.criteria[0](outputs, labels)
            loss.backward()
            nn.utils.clip_grad_norm_(self.parameters(), 3)
            self.optimizer.step()
