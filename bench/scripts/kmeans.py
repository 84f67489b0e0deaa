"""Clusters by Lloyd's algorithm: broadcasting, argmin, means of masked rows."""

import numpy as np

rng = np.random.default_rng(2)
middles = rng.uniform(-10, 10, (6, 8))
points = middles[rng.integers(0, 6, 6000)] + rng.standard_normal((6000, 8))
centres = points[:6].copy()
for _ in range(25):
    apart = ((points[:, np.newaxis, :] - centres[np.newaxis, :, :]) ** 2).sum(2)
    nearest = apart.argmin(1)
    for k in range(6):
        if (nearest == k).any():
            centres[k] = points[nearest == k].mean(0)
print(np.bincount(nearest, minlength=6))
print(np.round(centres[np.argsort(centres[:, 0]), :3], 6))
print(np.round(apart.min(1).sum(), 4))
