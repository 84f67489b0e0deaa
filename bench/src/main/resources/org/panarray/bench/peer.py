"""One library's side of the comparison: reads requests as JSON lines, answers with times.

python3 peer.py LIBRARY         ->  {"ready": its versions}, or {"missing": why}
{"folder": path, "work": code}  ->  {"first": nanoseconds of the first call}, or {"error": why}
{"sample": nanoseconds}         ->  {"nanos": time of one call, median within about so long}

The folder holds a folder of arrays (x.npy, y.npy, ...) for each copy of the data; calls take the
copies in turn. What the first call gave is left beside them, in result0.npy and so on.
"""

import json
import statistics
import sys
import time
from pathlib import Path

import numpy as np


class Numpy:
    """The code as it stands."""

    names = {"np": np}

    def versions(self):
        return f"NumPy {np.__version__}, Python {sys.version.split()[0]}"

    def array(self, array):
        return array

    def body(self, work, arguments):
        try:
            compile(work, "work", "eval")
        except SyntaxError:  # a statement
            return work
        return "r = " + work


class Numexpr(Numpy):
    """NumPy's code without `np.` is a program of numexpr."""

    def __init__(self):
        import numexpr

        self.names = {"evaluate": numexpr.evaluate}
        self.module = numexpr

    def versions(self):
        return f"numexpr {self.module.__version__}, {self.module.nthreads} threads"

    def body(self, work, arguments):
        return f"r = evaluate({work.replace('np.', '')!r})"


class Torch(Numpy):
    """PyTorch's functions have NumPy's names, as far as they are compared."""

    def __init__(self):
        import torch

        self.names = {"np": torch}
        self.module = torch

    def versions(self):
        return f"torch {self.module.__version__}, {self.module.get_num_threads()} threads"

    def array(self, array):
        return self.module.from_numpy(array)


class Jax(Numpy):
    """The code compiled by jax.jit, and waited for."""

    def __init__(self):
        import jax

        jax.config.update("jax_enable_x64", True)
        self.names = {"np": jax.numpy, "jit": jax.jit}
        self.module = jax

    def versions(self):
        return f"jax.jit {self.module.__version__}"

    def array(self, array):
        return self.module.numpy.asarray(array)

    def body(self, work, arguments):
        self.names["compiled"] = self.module.jit(
            eval(f"lambda {arguments}: {work}", dict(self.names))
        )
        return f"r = compiled({arguments}).block_until_ready()"


class Work:
    """One row: a loop over the code, and the copies of its data."""

    def __init__(self, library, folder, work):
        self.copies = [
            {file.stem: library.array(np.load(file)) for file in sorted(copy.glob("*.npy"))}
            for copy in sorted(Path(folder).iterdir())
            if copy.is_dir()
        ]
        arguments = ", ".join(self.copies[0])
        names = dict(library.names, g=np.random.default_rng(1))
        body = library.body(work, arguments)
        names.update(library.names)
        exec(
            f"def run(number, {arguments}):\n r = None\n for _ in range(number):\n"
            f"  {body}\n return r",
            names,
        )
        self.run = names["run"]
        self.number = 1

    def first(self, folder):
        start = time.perf_counter_ns()
        result = self.run(1, **self.copies[0])
        elapsed = time.perf_counter_ns() - start
        if result is None:  # it wrote to `o`
            result = self.copies[0]["o"]
        results = result if isinstance(result, (tuple, list)) else [result]
        for number, each in enumerate(results):
            np.save(f"{folder}/result{number}.npy", np.asarray(each))
        return elapsed

    def batch(self):
        start = time.perf_counter_ns()
        for copy in self.copies:
            self.run(self.number, **copy)
        return (time.perf_counter_ns() - start) / len(self.copies)

    def sample(self, budget):
        while (elapsed := self.batch()) * len(self.copies) < budget / 50 and self.number < 1 << 24:
            self.number *= 2
        end = time.perf_counter_ns() + budget - elapsed * len(self.copies)
        times = [elapsed / self.number]
        while time.perf_counter_ns() < end:
            times.append(self.batch() / self.number)
        return statistics.median(times)


def main():
    libraries = {"numpy": Numpy, "numexpr": Numexpr, "torch": Torch, "jax": Jax}
    try:
        library = libraries[sys.argv[1]]()
    except ImportError as missing:
        print(json.dumps({"missing": str(missing)}), flush=True)
        return
    print(json.dumps({"ready": library.versions()}), flush=True)
    work = None
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            with np.errstate(all="ignore"):
                if "work" in asked:
                    work = None  # the arrays of the row before go first
                    work = Work(library, asked["folder"], asked["work"])
                    answer = {"first": work.first(asked["folder"])}
                else:
                    answer = {"nanos": work.sample(asked["sample"])}
        except Exception as error:
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)


main()
