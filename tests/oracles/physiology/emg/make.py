"""Amplitudes by NumPy and SciPy, and bursts by BioSPPy, of simulated electromyograms. See README.md."""
import sys

import numpy as np
from scipy import signal

BIOSPPY = sys.argv[1]
sys.path.insert(0, BIOSPPY)
from biosppy.signals import emg  # noqa: E402


def text(values):
    return [format(value, ".17g") for value in values]


def windows(x, length):
    half = length // 2
    return [x[max(0, i - half):i + half + 1] for i in range(len(x))]


def amplitudes():
    rate = 400.0
    rng = np.random.default_rng(5)
    x = rng.standard_normal(400) * np.where(np.arange(400) % 200 < 80, 0.2, 0.02) + 0.01
    rms = [np.sqrt(np.mean(w ** 2)) for w in windows(x, 21)]
    mean = [np.mean(np.abs(w)) for w in windows(x, 21)]
    low = signal.butter(4, 8, "low", fs=rate, output="sos")
    envelope = np.maximum(signal.sosfiltfilt(low, np.abs(x)), 0)
    integrated = np.cumsum(np.abs(x)) / rate
    energy = np.empty(400)
    energy[1:-1] = x[1:-1] ** 2 - x[:-2] * x[2:]
    energy[0], energy[-1] = energy[1], energy[-2]
    with open("amplitudes.csv", "w") as file:
        print("x,rms,mean,envelope,integrated,energy", file=file)
        for row in zip(*map(text, (x, rms, mean, envelope, integrated, energy))):
            print(",".join(row), file=file)


def symmetric(x):
    # The mean that BioSPPy takes off and the median that we take off are both 0.
    return np.concatenate([x, -x])


def noise_bursts():
    rng = np.random.default_rng(7)
    x = 0.01 * rng.standard_normal(1000)
    x[400:650] += 0.1 * rng.standard_normal(250)
    return symmetric(np.round(x, 6))


def sine_bursts():
    # A quarter of the rate: the energy and the sum of two successive squares are constant within a burst.
    rng = np.random.default_rng(11)
    x = 0.01 * rng.standard_normal(600)
    k = np.arange(600)
    x += np.where((k >= 251) & (k < 420), np.sin(np.pi * k / 2 + 0.3), 0)
    return symmetric(np.round(x, 6))


def bursts():
    noise, sine = noise_bursts(), sine_bursts()
    for name, x in (("noise", noise), ("sine", sine)):
        with open(f"{name}-bursts.csv", "w") as file:
            print("x", file=file)
            print("\n".join(f"{value:.6f}" for value in x), file=file)

    rows = []
    smooth = np.convolve(np.abs(noise), np.ones(51) / 51, mode="valid")
    rest = smooth[100 - 25:300 - 25]
    found = emg.hodges_bui_onset_detector(
        noise, rest={"mean": rest.mean(), "std_dev": rest.std(ddof=1)}, sampling_rate=1000.0, size=51, threshold=3)["onsets"]
    rows.append(("hodges_bui", found))

    energy = np.abs(sine[1:-1] ** 2 - sine[:-2] * sine[2:])
    rest = energy[20 - 1:220 - 1]
    found = emg.solnik_onset_detector(
        sine, rest={"mean": rest.mean(), "std_dev": rest.std(ddof=1)}, sampling_rate=1000.0, threshold=8, active_state_duration=20)["onsets"]
    rows.append(("solnik", found))

    rest = sine[20:220]
    found = emg.bonato_onset_detector(
        sine, rest={"var": np.mean(rest ** 2)}, sampling_rate=1000.0, threshold=25, active_state_duration=9, samples_above_fail=1, fail_size=0)["onsets"]
    rows.append(("bonato", found))
    with open("biosppy.csv", "w") as file:
        print("detector,indices", file=file)
        for name, found in rows:
            print(f"{name},{' '.join(str(int(index)) for index in found)}", file=file)


amplitudes()
bursts()
