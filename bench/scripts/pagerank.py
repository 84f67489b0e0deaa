"""Ranks of pages by power iteration over lists of links: add.at, norms, sorting."""

import numpy as np

rng = np.random.default_rng(6)
pages, links = 3000, 30000
source = rng.integers(0, pages, links)
target = (rng.random(links) ** 2 * pages).astype(np.int64)
degree = np.bincount(source, minlength=pages)
rank = np.full(pages, 1 / pages)
for step in range(60):
    share = np.where(degree > 0, rank / np.maximum(degree, 1), 0)
    new = np.zeros(pages)
    np.add.at(new, target, share[source])
    new = 0.15 / pages + 0.85 * (new + rank[degree == 0].sum() / pages)
    change = np.linalg.norm(new - rank, 1)
    rank = new
print(np.argsort(-rank)[:8])
print(np.round(np.sort(rank)[-3:] * 1000, 6), np.round(rank.sum(), 9), change < 1e-8)
