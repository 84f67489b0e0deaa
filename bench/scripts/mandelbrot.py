"""How soon points of the plane escape: complex arrays, masks, counting."""

import numpy as np

re = np.linspace(-2.0, 0.5, 300)
im = np.linspace(-1.25, 1.25, 300)
c = re[np.newaxis, :] + 1j * im[:, np.newaxis]
z = np.zeros_like(c)
steps = np.zeros(c.shape, dtype=np.int64)
for _ in range(40):
    inside = np.abs(z) <= 2
    z[inside] = z[inside] ** 2 + c[inside]
    steps[inside] += 1
print(steps.sum(), (steps == 40).sum())
print(np.bincount(steps.ravel())[:8])
print(steps[150, ::50])
