"""Heat on a plate: slices written in place."""

import numpy as np

plate = np.zeros((200, 200))
plate[0, :] = 100.0
plate[:, 0] = np.linspace(100.0, 0.0, 200)
for step in range(400):
    new = plate.copy()
    new[1:-1, 1:-1] += 0.2 * (
        plate[2:, 1:-1] + plate[:-2, 1:-1] + plate[1:-1, 2:] + plate[1:-1, :-2] - 4 * plate[1:-1, 1:-1]
    )
    change = np.abs(new - plate).max()
    plate = new
print(np.round(plate[::50, ::50], 4))
print(np.round(plate.mean(), 6), np.round(change, 6))
