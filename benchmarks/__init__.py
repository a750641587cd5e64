"""How fast the whole pipeline is, told by how fast its model alone is on the same texts at the same time.

`python -m benchmarks` (or `make bench`) measures, prints a table and writes it into `docs/performance.md`.
"""
