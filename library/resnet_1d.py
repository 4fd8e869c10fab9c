"""ResNet for signals: residual blocks of one-dimensional convolutions with kernels of 7, 5 and 3.

Wang, Yan, Oates: Time Series Classification from Scratch with Deep Neural Networks: A Strong Baseline, IJCNN 2017.
Hyper-parameters: lr, momentum. Takes (channels, length); an image is read row by row.
"""
import torch
import torch.nn as nn


def supported_hyperparameters():
    return {'lr', 'momentum'}


class Block(nn.Module):
    def __init__(self, in_channels, out_channels):
        super().__init__()
        layers, channels = [], in_channels
        for kernel in (7, 5, 3):
            layers += [nn.Conv1d(channels, out_channels, kernel, padding=kernel // 2, bias=False),
                       nn.BatchNorm1d(out_channels), nn.ReLU(inplace=True)]
            channels = out_channels
        self.layers = nn.Sequential(*layers[:-1])
        self.shortcut = nn.BatchNorm1d(out_channels)
        if in_channels != out_channels:
            self.shortcut = nn.Sequential(
                nn.Conv1d(in_channels, out_channels, 1, bias=False), nn.BatchNorm1d(out_channels))

    def forward(self, x):
        return torch.relu(self.layers(x) + self.shortcut(x))


class Net(nn.Module):
    def __init__(self, in_shape, out_shape, prm, device):
        super().__init__()
        self.device = device
        self.blocks = nn.Sequential(Block(in_shape[1], 64), Block(64, 128), Block(128, 128))
        self.fc = nn.Linear(128, out_shape[0])

    def forward(self, x):
        x = self.blocks(x.flatten(2))
        return self.fc(x.mean(dim=2))

    def train_setup(self, prm):
        self.to(self.device)
        self.criteria = nn.CrossEntropyLoss().to(self.device)
        self.optimizer = torch.optim.SGD(
            self.parameters(), lr=prm['lr'], momentum=prm['momentum'], weight_decay=5e-4, nesterov=True)

    def learn(self, train_data):
        self.train()
        for inputs, labels in train_data:
            inputs, labels = inputs.to(self.device), labels.to(self.device)
            self.optimizer.zero_grad()
            loss = self.criteria(self(inputs), labels)
            loss.backward()
            nn.utils.clip_grad_norm_(self.parameters(), 3)
            self.optimizer.step()
