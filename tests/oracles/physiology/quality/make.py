"""Line noise of a simulated electromyogram, from SciPy's spectra. See README.md."""
import numpy as np
from scipy import signal

RATE = 500.0
LENGTH = 1024


def simulate():
    rng = np.random.default_rng(3)
    x = signal.sosfiltfilt(signal.butter(2, [20, 200], "band", fs=RATE, output="sos"), rng.standard_normal(2500))
    time = np.arange(2500) / RATE
    x[1200:1600] *= 8
    return np.round(0.01 * x + 0.01 * np.sin(2 * np.pi * 50.1 * time) + 0.006 * np.sin(2 * np.pi * 150.3 * time) + 0.02, 6)


def spectra(x):
    frequencies, _, power = signal.spectrogram(
        x, RATE, window=signal.get_window("hann", LENGTH, fftbins=True), nperseg=LENGTH, noverlap=LENGTH // 2, detrend="constant", scaling="density")
    # The one-sided density counts all bins twice but the first and the last.
    power[-1] *= 2
    return frequencies, (power / power[frequencies >= 5].sum(axis=0)).sum(axis=1), power.shape[1]


def line(x, mains):
    frequencies, sums, count = spectra(x)
    excess, decibels, multiple = 0.0, None, 1
    while multiple * mains <= RATE / 2 - 1.5:
        distance = np.abs(frequencies - multiple * mains)
        at = distance <= 1.5
        beside = (distance > 1.5) & (frequencies >= multiple * mains - 6) & (frequencies <= multiple * mains + 6)
        expected = at.sum() * np.median(sums[beside]) / (1 - 1 / (3 * count))
        excess += sums[at].sum() - expected
        decibels = 10 * np.log10(sums[at].sum() / expected) if decibels is None else decibels
        multiple += 1
    return excess / count, decibels


x = simulate()
with open("line-noise.csv", "w") as file:
    print("x", file=file)
    print("\n".join(f"{value:.6f}" for value in x), file=file)
with open("expected.csv", "w") as file:
    print("mains,share,decibels", file=file)
    for mains in (50, 60):
        print(f"{mains},{line(x, mains)[0]:.17g},{line(x, mains)[1]:.17g}", file=file)
