"""Temporal convolutional network: causal convolutions whose dilation doubles from block to block.

Bai, Kolter, Koltun: An Empirical Evaluation of Generic Convolutional and Recurrent Networks, 2018.
Hyper-parameters: lr, dropout. Takes (channels, length); an image is read row by row.
"""
import torch
import torch.nn as nn
import torch.nn.functional as F

WIDTH, KERNEL = 64, 5


def supported_hyperparameters():
    return {'lr', 'dropout'}


class CausalConv(nn.Conv1d):
    """Sees the present and the past only: all of the padding is in front."""

    def forward(self, x):
        reach = (self.kernel_size[0] - 1) * self.dilation[0]
        return super().forward(F.pad(x, (reach, 0)))


class TemporalBlock(nn.Module):
    def __init__(self, in_channels, out_channels, dilation, dropout):
        super().__init__()
        self.layers = nn.Sequential(
            CausalConv(in_channels, out_channels, KERNEL, dilation=dilation), nn.BatchNorm1d(out_channels),
            nn.ReLU(inplace=True), nn.Dropout(dropout),
            CausalConv(out_channels, out_channels, KERNEL, dilation=dilation), nn.BatchNorm1d(out_channels),
            nn.ReLU(inplace=True), nn.Dropout(dropout))
        self.shortcut = nn.Conv1d(in_channels, out_channels, 1) if in_channels != out_channels else nn.Identity()

    def forward(self, x):
        return F.relu(self.layers(x) + self.shortcut(x))


class Net(nn.Module):
    def __init__(self, in_shape, out_shape, prm, device):
        super().__init__()
        self.device = device
        length = in_shape[2] * (in_shape[3] if len(in_shape) == 4 else 1)
        blocks, channels, dilation = [], in_shape[1], 1
        while dilation * (KERNEL - 1) < length:
            blocks.append(TemporalBlock(channels, WIDTH, dilation, prm['dropout']))
            channels, dilation = WIDTH, 2 * dilation
        self.blocks = nn.Sequential(*blocks)
        self.fc = nn.Linear(channels, out_shape[0])

    def forward(self, x):
        x = self.blocks(x.flatten(2))
        return self.fc(x[:, :, -1])

    def train_setup(self, prm):
        self.to(self.device)
        self.criteria = nn.CrossEntropyLoss(label_smoothing=0.1).to(self.device)
        self.optimizer = torch.optim.AdamW(self.parameters(), lr=prm['lr'], weight_decay=0.05)

    def learn(self, train_data):
        self.train()
        for inputs, labels in train_data:
            inputs, labels = inputs.to(self.device), labels.to(self.device)
            self.optimizer.zero_grad()
            loss = self.criteria(self(inputs), labels)
            loss.backward()
            nn.utils.clip_grad_norm_(self.parameters(), 3)
            self.optimizer.step()
