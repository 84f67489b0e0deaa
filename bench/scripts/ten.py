"""Ten lines, as one starts a day with."""

import numpy as np

rng = np.random.default_rng(0)
x = rng.random(1000)
y = rng.random(1000)
z = x * y + x / (y + 1) - y
print(np.round(z.mean(), 9), np.round(np.exp(z).sum(), 6))
print(np.round(np.sort(z)[:3], 6))
print((z > 0).sum(), np.round(z[z > 0].max(), 6))
print(np.round(z.reshape(10, 100).sum(0)[:3], 6))
