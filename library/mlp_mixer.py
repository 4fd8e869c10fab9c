"""MLP-Mixer: one perceptron mixes the patches, another the channels, and nothing else.

Tolstikhin et al.: MLP-Mixer: An all-MLP Architecture for Vision, NeurIPS 2021.
Hyper-parameters: lr, dropout. Patches are 16x16 from 128 pixels on, 4x4 below.
"""
import torch
import torch.nn as nn

WIDTH, DEPTH = 256, 8


def supported_hyperparameters():
    return {'lr', 'dropout'}


def perceptron(width, hidden, dropout):
    return nn.Sequential(nn.Linear(width, hidden), nn.GELU(), nn.Dropout(dropout), nn.Linear(hidden, width))


class MixerBlock(nn.Module):
    def __init__(self, tokens, width, dropout):
        super().__init__()
        self.norm1 = nn.LayerNorm(width)
        self.mix_tokens = perceptron(tokens, width // 2, dropout)
        self.norm2 = nn.LayerNorm(width)
        self.mix_channels = perceptron(width, 4 * width, dropout)

    def forward(self, x):
        x = x + self.mix_tokens(self.norm1(x).transpose(1, 2)).transpose(1, 2)
        return x + self.mix_channels(self.norm2(x))


class Net(nn.Module):
    def __init__(self, in_shape, out_shape, prm, device):
        super().__init__()
        self.device = device
        patch = 16 if min(in_shape[2:]) >= 128 else 4
        tokens = (in_shape[2] // patch) * (in_shape[3] // patch)
        self.patches = nn.Conv2d(in_shape[1], WIDTH, patch, stride=patch)
        self.blocks = nn.Sequential(*[MixerBlock(tokens, WIDTH, prm['dropout']) for _ in range(DEPTH)])
        self.norm = nn.LayerNorm(WIDTH)
        self.head = nn.Linear(WIDTH, out_shape[0])

    def forward(self, x):
        x = self.patches(x).flatten(2).transpose(1, 2)
        x = self.norm(self.blocks(x)).mean(dim=1)
        return self.head(x)

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
