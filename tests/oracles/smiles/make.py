"""Local cubic regression and its derivatives, by SciPy's Savitzky-Golay filter on even samples and by NumPy's least squares on uneven ones."""
import json

import numpy as np
import scipy
from scipy.signal import savgol_filter

random = np.random.default_rng(6)


def movement(times):
    """A rise, a plateau with a ripple and a fall, with noise."""
    rise = 1 / (1 + np.exp(-(times - 1.2) / 0.12))
    fall = 1 / (1 + np.exp(-(times - 3.4) / 0.25))
    return 0.15 * (rise - fall) + 0.004 * np.sin(9 * times) + random.normal(0, 0.002, len(times))


def local_cubic(times, values, at, half_width):
    """Weights (1 - |u|^3)^3 within the window; it keeps its whole width at the borders."""
    width = half_width + max(0, half_width - (at - times[0]), half_width - (times[-1] - at))
    u = (times - at) / width
    inside = np.abs(u) < 1
    u, y = u[inside], values[inside]
    root = np.sqrt((1 - np.abs(u) ** 3) ** 3)
    powers = np.vander(u, 4, increasing=True)
    c = np.linalg.lstsq(powers * root[:, None], y * root, rcond=None)[0]
    return [c[0], c[1] / width, 2 * c[2] / width**2]


# Even samples: 50 a second, a window of 17 (0.16 s to either side), equal weights.
even = np.arange(250) / 50
y_even = movement(even)
savgol = [savgol_filter(y_even, 17, 3, deriv=order, delta=1 / 50).tolist() for order in range(3)]

# Uneven samples: 30 a second with stamps off by up to 0.3 of a frame, one in ten missing.
uneven = (np.arange(150) + 0.6 * (random.random(150) - 0.5)) / 30
keep = random.random(150) > 0.1
keep[0] = keep[-1] = True
uneven = uneven[keep]
y_uneven = movement(uneven)
grid = uneven[0] + 0.02 * np.arange(int((uneven[-1] - uneven[0]) / 0.02 + 1e-6) + 1)
fits = np.array([local_cubic(uneven, y_uneven, at, 0.35) for at in grid]).T

with open("local-cubic.json", "w") as file:
    json.dump(
        {
            "numpy": np.__version__,
            "scipy": scipy.__version__,
            "even": {"times": even.tolist(), "values": y_even.tolist(), "window": 17, "position": savgol[0], "velocity": savgol[1], "acceleration": savgol[2]},
            "uneven": {
                "times": uneven.tolist(), "values": y_uneven.tolist(), "halfWidth": 0.35, "step": 0.02,
                "position": fits[0].tolist(), "velocity": fits[1].tolist(), "acceleration": fits[2].tolist(),
            },
        },
        file,
    )
