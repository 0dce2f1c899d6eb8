"""Kernels as Jupyter's own client sees them, and notebooks run from the command line.

    kernel_peer.py versions                          the versions of the peers
    kernel_peer.py kernels ROUNDS NAME=KERNEL...     starts each kernel once a round and runs 300 trivial cells
    kernel_peer.py headless ROUNDS NAME=JSON...      runs each command (a JSON array of words) once a round
    kernel_peer.py notebook KERNEL PATH              writes a notebook of five cells for a kernel

The measurements are JSON objects, one a line: round, server, what, value.
"""
import json
import statistics
import subprocess
import sys
import time

import nbformat
from jupyter_client.manager import KernelManager

CELLS = 300
MEMORY_AFTER = (1, 90, 300)
SECONDS = 120

CSHARP = ["1 + 1", "var numbers = Enumerable.Range(0, 1000).ToList();", "numbers.Sum()", "Console.WriteLine(numbers.Count);", "numbers.Count(n => n % 7 == 0)"]
PYTHON = ["1 + 1", "numbers = list(range(1000))", "sum(numbers)", "print(len(numbers))", "sum(1 for n in numbers if n % 7 == 0)"]


def report(turn, server, what, value):
    if turn >= 0:  # the first turn brings the files into memory
        print(json.dumps({"round": turn, "server": server, "what": what, "value": value}), flush=True)


def rotated(names, turn):
    return names[turn % len(names):] + names[:turn % len(names)]


def megabytes(process):
    """Resident memory of a process and its children."""
    total = 0
    for pid in [process, *map(int, open(f"/proc/{process}/task/{process}/children").read().split())]:
        total += next(int(line.split()[1]) for line in open(f"/proc/{pid}/status") if line.startswith("VmRSS:"))
    return total / 1024


def run_cell(client, code):
    start = time.perf_counter()
    reply = client.execute_interactive(code, timeout=SECONDS, output_hook=lambda message: None)
    assert reply["content"]["status"] == "ok", reply["content"]
    return time.perf_counter() - start


def measure_kernel(turn, name, kernel):
    start = time.perf_counter()
    manager = KernelManager(kernel_name=kernel)
    manager.start_kernel(stderr=subprocess.DEVNULL)
    client = manager.client()
    try:
        client.start_channels()
        client.wait_for_ready(timeout=SECONDS)
        report(turn, name, "ready", time.perf_counter() - start)
        times = []
        for cell in range(1, CELLS + 1):
            times.append(run_cell(client, f"{cell} + {cell}"))
            if cell == 1:
                report(turn, name, "first cell", times[0])
            if cell in MEMORY_AFTER:
                report(turn, name, f"memory {cell}", megabytes(manager.provisioner.process.pid))
        report(turn, name, "trivial cell", statistics.median(times[1:]))
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def measure_kernels(rounds, kernels):
    for turn in range(-1, rounds):
        for name, kernel in rotated(kernels, turn):
            measure_kernel(turn, name, kernel)


def measure_headless(rounds, commands):
    for turn in range(-1, rounds):
        for name, command in rotated(commands, turn):
            start = time.perf_counter()
            subprocess.run(json.loads(command), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=SECONDS)
            report(turn, name, "headless", time.perf_counter() - start)


def write_notebook(kernel, path):
    is_python = kernel == "python3"
    cells = [nbformat.v4.new_code_cell(code) for code in (PYTHON if is_python else CSHARP)]
    metadata = {"kernelspec": {"name": kernel, "display_name": kernel, "language": "python" if is_python else "csharp"}}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=metadata), path)


if __name__ == "__main__":
    what, arguments = sys.argv[1], sys.argv[2:]
    pairs = [argument.split("=", 1) for argument in arguments[1:]]
    if what == "versions":
        import importlib.metadata
        print(", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("ipykernel", "jupyter_client", "nbconvert", "nbclient")))
    elif what == "notebook":
        write_notebook(*arguments)
    elif what == "kernels":
        measure_kernels(int(arguments[0]), pairs)
    else:
        measure_headless(int(arguments[0]), pairs)
