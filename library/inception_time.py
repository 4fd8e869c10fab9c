"""InceptionTime: modules of three kernel sizes side by side, with a shortcut over every third module.

Ismail Fawaz et al.: InceptionTime: Finding AlexNet for Time Series Classification, 2020 (one of its ensemble).
Hyper-parameters: lr, dropout. Takes (channels, length); an image is read row by row.
"""
import torch
import torch.nn as nn

WIDTH, KERNELS, DEPTH = 32, (9, 19, 39), 6


def supported_hyperparameters():
    return {'lr', 'dropout'}


class InceptionModule(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.squeeze = nn.Conv1d(channels, WIDTH, 1, bias=False) if channels > 1 else nn.Identity()
        squeezed = WIDTH if channels > 1 else channels
        self.convs = nn.ModuleList([
            nn.Conv1d(squeezed, WIDTH, kernel, padding=kernel // 2, bias=False) for kernel in KERNELS])
        self.pooled = nn.Sequential(nn.MaxPool1d(3, 1, padding=1), nn.Conv1d(channels, WIDTH, 1, bias=False))
        self.norm = nn.BatchNorm1d(4 * WIDTH)

    def forward(self, x):
        squeezed = self.squeeze(x)
        branches = [conv(squeezed) for conv in self.convs] + [self.pooled(x)]
        return torch.relu(self.norm(torch.cat(branches, dim=1)))


class Net(nn.Module):
    def __init__(self, in_shape, out_shape, prm, device):
        super().__init__()
        self.device = device
        self.inceptions, self.shortcuts = nn.ModuleList(), nn.ModuleList()
        channels = entering = in_shape[1]
        for index in range(DEPTH):
            self.inceptions.append(InceptionModule(channels))
            channels = 4 * WIDTH
            if index % 3 == 2:
                self.shortcuts.append(nn.Sequential(
                    nn.Conv1d(entering, channels, 1, bias=False), nn.BatchNorm1d(channels)))
                entering = channels
        self.dropout = nn.Dropout(prm['dropout'])
        self.fc = nn.Linear(channels, out_shape[0])

    def forward(self, x):
        x = kept = x.flatten(2)
        for index, inception in enumerate(self.inceptions):
            x = inception(x)
            if index % 3 == 2:
                x = kept = torch.relu(x + self.shortcuts[index // 3](kept))
        return self.fc(self.dropout(x.mean(dim=2)))

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
