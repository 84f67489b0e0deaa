"""Pi by Monte Carlo, in batches: random numbers, comparisons, a running mean."""

import numpy as np

rng = np.random.default_rng(4)
found = np.empty(400)
for batch in range(400):
    x = rng.random(5000)
    y = rng.random(5000)
    found[batch] = 4 * np.count_nonzero(x * x + y * y < 1) / 5000
means = np.cumsum(found) / np.arange(1, 401)
print(np.round(means[[9, 99, 399]], 6))
print(np.round(found.std(ddof=1), 6), np.round(np.median(found), 6))
