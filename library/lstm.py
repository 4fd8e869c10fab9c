"""LSTM in both directions over the rows of an image, or over the samples of a signal.

Hochreiter, Schmidhuber: Long Short-Term Memory, Neural Computation 1997; Schuster, Paliwal 1997.
Hyper-parameters: lr, dropout. Takes (channels, height, width) and (channels, length).
"""
import torch
import torch.nn as nn

WIDTH, LAYERS = 128, 2


def supported_hyperparameters():
    return {'lr', 'dropout'}


class Net(nn.Module):
    def __init__(self, in_shape, out_shape, prm, device):
        super().__init__()
        self.device = device
        step_size = in_shape[1] * (in_shape[3] if len(in_shape) == 4 else 1)
        self.norm = nn.LayerNorm(step_size)
        self.recurrent = nn.LSTM(step_size, WIDTH, LAYERS, batch_first=True, dropout=prm['dropout'], bidirectional=True)
        self.dropout = nn.Dropout(prm['dropout'])
        self.fc = nn.Linear(2 * WIDTH, out_shape[0])

    def forward(self, x):
        # An image becomes a sequence of rows, a signal one of samples: (batch, steps, values a step).
        x = x.transpose(1, 2).flatten(2)
        _, (hidden, _) = self.recurrent(self.norm(x))
        last = torch.cat([hidden[-2], hidden[-1]], dim=1)
        return self.fc(self.dropout(last))

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
