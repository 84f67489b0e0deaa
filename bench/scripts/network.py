"""A network of two layers and its gradient by hand, in batches."""

import numpy as np

rng = np.random.default_rng(5)
x = rng.standard_normal((2000, 10))
y = (np.sin(x[:, 0]) + x[:, 1] * x[:, 2] > 0).astype(np.float64)[:, np.newaxis]
w1 = rng.standard_normal((10, 32)) * 0.3
b1 = np.zeros(32)
w2 = rng.standard_normal((32, 1)) * 0.3
b2 = np.zeros(1)
for epoch in range(20):
    order = rng.permutation(2000)
    for start in range(0, 2000, 100):
        rows = order[start : start + 100]
        hidden = np.tanh(x[rows] @ w1 + b1)
        out = 1 / (1 + np.exp(-(hidden @ w2 + b2)))
        error = (out - y[rows]) / 100
        back = (error @ w2.T) * (1 - hidden**2)
        w2 -= hidden.T @ error
        b2 -= error.sum(0)
        w1 -= x[rows].T @ back
        b1 -= back.sum(0)
out = 1 / (1 + np.exp(-(np.tanh(x @ w1 + b1) @ w2 + b2)))
loss = -np.mean(y * np.log(out) + (1 - y) * np.log(1 - out))
print(np.round(loss, 5), np.round(np.mean((out > 0.5) == (y > 0.5)), 4))
