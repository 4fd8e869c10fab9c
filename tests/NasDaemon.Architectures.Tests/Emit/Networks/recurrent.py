import torch
import torch.nn as nn


class Net(nn.Module):
    """Rows of an image as a sequence, through two kinds of recurrent layers and a cell."""

    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(96, 20, num_layers=2, batch_first=True, bidirectional=True)
        self.gru = nn.GRU(40, 16)
        self.cell = nn.LSTMCell(16, 12)
        self.head = nn.Linear(12, 10)

    def forward(self, x):
        x = x.permute(0, 2, 1, 3).flatten(2)
        self.lstm.flatten_parameters()
        x, (hidden, _) = self.lstm(x)
        first = torch.zeros(1, x.size(0), 16, device=x.device)
        x, last = self.gru(x.transpose(0, 1), first)
        state = (last[0][:, :12], hidden[-1][:, :12])
        for step in x[-3:]:
            state = self.cell(step, state)
        return self.head(state[0])
