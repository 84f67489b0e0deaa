"""Least squares in three ways: normal equations, lstsq, gradient descent."""

import numpy as np

rng = np.random.default_rng(3)
x = np.column_stack([np.ones(5000), rng.standard_normal((5000, 20))])
w = rng.uniform(-1, 1, 21)
y = x @ w + 0.1 * rng.standard_normal(5000)
normal = np.linalg.solve(x.T @ x, x.T @ y)
least = np.linalg.lstsq(x, y, rcond=None)[0]
descent = np.zeros(21)
for _ in range(300):
    descent -= 0.1 * (x.T @ (x @ descent - y)) / len(y)
print(np.round(normal[:5], 6))
print(np.allclose(normal, least), np.round(np.abs(descent - normal).max(), 6))
residual = y - x @ normal
print(np.round(1 - residual.var() / y.var(), 6), np.round(np.percentile(residual, [5, 50, 95]), 6))
