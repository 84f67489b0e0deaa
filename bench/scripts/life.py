"""Conway's game on a torus: rolls of small integers, logic."""

import numpy as np

rng = np.random.default_rng(1)
cells = (rng.random((128, 128)) < 0.3).astype(np.uint8)
for _ in range(200):
    around = sum(
        np.roll(cells, (i, j), (0, 1)) for i in (-1, 0, 1) for j in (-1, 0, 1) if (i, j) != (0, 0)
    )
    cells = ((around == 3) | ((cells == 1) & (around == 2))).astype(np.uint8)
print(cells.sum(), cells.sum(0).max(), cells.sum(1).min())
print(np.flatnonzero(cells)[:10])
