"""The NumPy twin of ../Digits.java: steps 1 to 3 and 5.

Step 4, training by gradients, NumPy cannot do; step 5 takes the weights that Digits.java saved.
Usage: python3 digits.py [DIGITS.csv.gz [WEIGHTS.npz]]
"""

import sys
from pathlib import Path

import numpy as np

here = Path(__file__).resolve().parent
data = sys.argv[1] if len(sys.argv) > 1 else here.parent / "data" / "digits.csv.gz"
weights = sys.argv[2] if len(sys.argv) > 2 else None

# 1. Load
table = np.loadtxt(data, delimiter=",", dtype=np.int64)
print("table:", table.shape, table.dtype)
print(table[:3, :16])
x = table[:, :-1].astype(np.float64)
y = table[:, -1]
print("images:", x.shape, x.dtype)
print(x[0].reshape(8, 8))

# 2. Standardise and split
mean = x.mean(axis=0)
std = x.std(axis=0)
print("constant columns:", np.flatnonzero(std == 0))
z = (x - mean) / np.where(std == 0, 1.0, std)
print("mean of squares:", np.round(np.mean(z**2), 6))
order = np.random.default_rng(0).permutation(len(z))
print("first of the permutation:", order[:8])
train, test = order[:1400], order[1400:]
print("train and test:", z[train].shape, z[test].shape)

# 3. Principal components
u, s, vh = np.linalg.svd(z[train] - z[train].mean(axis=0), full_matrices=False)
explained = s**2 / np.sum(s**2)
print("explained variance:", np.round(explained[:5], 4))
print("components for 90 %:", np.searchsorted(np.cumsum(explained), 0.9) + 1)

# 5. Predict with saved weights
if weights is not None:
    saved = np.load(weights)
    print("saved:", sorted(saved.files), saved["w"].shape, saved["b"].shape)
    predicted = np.argmax(z[test] @ saved["w"] + saved["b"], axis=1)
    print("test accuracy:", np.round(np.mean(predicted == y[test]), 4))
    confusion = np.zeros((10, 10), dtype=np.int64)
    np.add.at(confusion, (y[test], predicted), 1)
    print(confusion)
