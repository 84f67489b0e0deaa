"""A noisy signal: spectrum, smoothing, peaks, a histogram."""

import numpy as np

rng = np.random.default_rng(7)
t = np.arange(20000) / 1000
clean = np.sin(2 * np.pi * 5 * t) + 0.5 * np.sin(2 * np.pi * 12 * t)
noisy = clean + 0.3 * rng.standard_normal(len(t))
spectrum = np.abs(np.fft.rfft(noisy))
frequencies = np.fft.rfftfreq(len(t), 1 / 1000)
strongest = np.argsort(spectrum)[-2:][::-1]
print(np.round(frequencies[strongest], 6), np.round(spectrum[strongest], 3))
smooth = np.convolve(noisy, np.hanning(25) / np.hanning(25).sum(), mode="same")
inner = smooth[1:-1]
peaks = np.flatnonzero((inner > smooth[:-2]) & (inner > smooth[2:]) & (inner > 1)) + 1
print(len(peaks), peaks[:6])
counts, edges = np.histogram(noisy, bins=8)
print(counts, np.round(edges[[0, -1]], 5))
filtered = np.fft.irfft(np.where(frequencies < 15, np.fft.rfft(noisy), 0), len(t))
print(np.round(np.sqrt(np.mean((filtered - clean) ** 2)), 6))
