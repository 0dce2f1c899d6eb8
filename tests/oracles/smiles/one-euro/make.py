"""One-euro filter after algorithm 1 of Casiez, Roussel and Vogel (2012), written plainly for one signal.

    /usr/bin/python3 tests/oracles/smiles/one-euro/make.py > tests/oracles/smiles/one-euro/expected.json

Uneven times (25 frames a second with jitter and lost frames), a step, a ramp and noise from a fixed seed.
"""
import json
import math

import numpy as np


def low_pass_weight(cutoff, step):
    tau = 1.0 / (2.0 * math.pi * cutoff)
    return 1.0 / (1.0 + tau / step)


def one_euro(times, values, minimum_cutoff, beta, derivative_cutoff, scale):
    filtered, slope = values[0], 0.0
    result = [filtered]
    for i in range(1, len(values)):
        step = times[i] - times[i - 1]
        raw_slope = (values[i] - filtered) / step
        weight = low_pass_weight(derivative_cutoff, step)
        slope = weight * raw_slope + (1.0 - weight) * slope
        weight = low_pass_weight(minimum_cutoff + beta * abs(slope) / scale, step)
        filtered = weight * values[i] + (1.0 - weight) * filtered
        result.append(filtered)
    return result


random = np.random.default_rng(7)
steps = 1 / 25 + random.uniform(-0.004, 0.004, 200)
steps[[40, 41, 90]] += 0.2
times = np.concatenate([[0.0], np.cumsum(steps)])
values = np.where(times > 2, 30.0, 0.0) + np.clip(times - 4, 0, 1) * 80 + random.normal(0, 0.7, times.size)
cases = [(2.0, 10.0, 1.0, 100.0), (1.0, 0.007, 1.0, 1.0), (0.5, 0.0, 1.0, 1.0), (5.0, 2.0, 3.0, 40.0)]
print(json.dumps({
    "numpy": np.__version__,
    "times": times.tolist(),
    "values": values.tolist(),
    "cases": [
        {"minimumCutoff": c, "speedCoefficient": b, "derivativeCutoff": d, "scale": s,
         "filtered": one_euro(times.tolist(), values.tolist(), c, b, d, s)} for c, b, d, s in cases
    ],
}))
