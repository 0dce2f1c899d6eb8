# Writes expected.csv: what SciPy gives for filters, resampling and spectra. See README.md.
import csv, os, sys, warnings
os.environ["NPY_DISABLE_CPU_FEATURES"] = "AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL"
import numpy as np
import scipy.signal as sg

warnings.simplefilter("ignore", sg.BadCoefficients)
FS = 1000.0
SENSITIVE = 1e-11
rows, left_out = [], []


def noise(n, seed=1):
    """Exact in any language: a linear congruential generator modulo 2^31."""
    x, state = np.empty(n), seed
    for k in range(n):
        state = (1103515245 * state + 12345) % 2**31
        x[k] = state / 2**30 - 1
    return x


def store(operation, values, n, **arguments):
    values = np.asarray(values, float)
    picked = [values[k * (len(values) - 1) // 9] for k in range(10)]
    rows.append([operation, " ".join(f"{name}={value}" for name, value in arguments.items()), n, len(values), repr(float(np.abs(values).max())),
                 repr(float(np.abs(values).sum())), " ".join(repr(float(v)) for v in picked)])


def sections(kind, order, low, high):
    return sg.butter(order, low if kind in ("low", "high") else [low, high], {"band": "bandpass", "stop": "bandstop"}.get(kind, kind), output="sos", fs=FS)


def butterworth(operation, apply, kind, order, low, high, x):
    values = apply(sections(kind, order, low, high), x)
    # A design whose output changes with the last digit of its cut-off says nothing about agreement.
    moved = apply(sections(kind, order, np.nextafter(low, 0), high), x)
    if np.abs(moved - values).max() > SENSITIVE * np.abs(values).max():
        left_out.append((operation, kind, order, low, high))
    else:
        store(operation, values, len(x), kind=kind, order=order, low=low, high=high)


bands = {"low": [(0.5, 0), (8, 0), (150, 0), (499.5, 0)], "high": [(0.05, 0), (20, 0), (150, 0), (499.5, 0)],
         "band": [(20, 450), (48, 52), (99.5, 100.5), (1, 499), (300, 310)], "stop": [(48, 52), (99, 101), (20, 450), (300, 310)]}
for kind in bands:
    for order in (1, 2, 3, 4, 5, 7, 8, 10):
        for low, high in bands[kind]:
            butterworth("zero", sg.sosfiltfilt, kind, order, low, high, noise(1500, order))
    for order in (3, 6, 9):
        low, high = bands[kind][1]
        butterworth("once", sg.sosfilt, kind, order, low, high, noise(700, order))
    for order in (2, 4, 10):
        low, high = bands[kind][-1]
        h = sg.sosfreqz(sections(kind, order, low, high), 100)[1]
        store("response", np.stack([h.real, h.imag], 1).ravel(), 0, kind=kind, order=order, low=low, high=high, count=100)
        store("sections", sections(kind, order, low, high).ravel(), 0, kind=kind, order=order, low=low, high=high)
for order, kind, low, high, n in [(4, "band", 20, 450, 28), (1, "low", 8, 0, 7), (3, "high", 20, 0, 13), (2, "stop", 48, 52, 16), (1, "band", 20, 450, 10)]:
    butterworth("zero", sg.sosfiltfilt, kind, order, low, high, noise(n))
butterworth("zero", sg.sosfiltfilt, "band", 4, 20, 450, noise(200_000))
butterworth("zero", sg.sosfiltfilt, "low", 4, 8, 0, noise(200_000))
for frequency, quality, n in [(50, 30, 1000), (60, 10, 1000), (150, 35, 10), (499, 30, 500), (0.5, 30, 3000)]:
    store("notch", sg.filtfilt(*sg.iirnotch(frequency, quality, FS), noise(n)), n, frequency=frequency, quality=quality)

windows = {"hamming": "hamming", "hann": "hann", "blackman": "blackman", "kaiser": ("kaiser", 6.5)}
for kind, taps, low, high in [("low", 1, 30, 0), ("low", 64, 30, 0), ("high", 65, 30, 0), ("band", 101, 20, 450), ("band", 30, 48, 52), ("stop", 101, 48, 52)]:
    for name, window in windows.items():
        if taps == 1 and name != "hamming":
            continue
        b = sg.firwin(taps, low if high == 0 else [low, high], window=window, fs=FS, pass_zero={"low": "lowpass", "high": "highpass", "band": "bandpass", "stop": "bandstop"}[kind])
        arguments = dict(kind=kind, taps=taps, low=low, high=high, window=name)
        store("fir", b, 0, **arguments)
        store("fir-once", sg.lfilter(b, 1, noise(500)), 500, **arguments)
        if taps > 1:
            n = 3 * taps + (1 if name == "hann" else 400)
            store("fir-zero", sg.filtfilt(b, 1, noise(n)), n, **arguments)

for n in (2, 3, 500):
    for kind in ("linear", "constant"):
        store("detrend", sg.detrend(noise(n) + 5 + 0.01 * np.arange(n), type=kind), n, kind=kind)
for n, count in [(100, 100), (100, 50), (100, 51), (100, 150), (100, 151), (101, 50), (101, 202), (101, 77), (1, 5), (2, 3), (997, 500), (1024, 300)]:
    store("fourier", sg.resample(noise(n), count), n, count=count)
for n, up, down in [(100, 1, 2), (100, 2, 1), (101, 3, 7), (100, 10, 3), (1, 3, 2), (5, 1, 20), (1000, 441, 480)]:
    store("polyphase", sg.resample_poly(noise(n), up, down), n, up=up, down=down)
for n, factor in [(28, 2), (500, 2), (501, 3), (1000, 10), (1000, 13)]:
    store("decimate", sg.decimate(noise(n), factor), n, factor=factor)
for n, length, name in [(1000, 256, "hann"), (1000, 255, "hann"), (100, 256, "hann"), (1024, 256, "hamming"), (2000, 1000, "blackman"), (600, 251, "hann")]:
    store("welch", sg.welch(noise(n), FS, nperseg=length, window=name)[1], n, length=length, overlap=-1, window=name)
store("welch", sg.welch(noise(1000), FS, nperseg=200, noverlap=150)[1], 1000, length=200, overlap=150, window="hann")
for n in (2, 3, 100, 101, 997):
    store("periodogram", sg.periodogram(noise(n), FS)[1], n)

if len(sys.argv) > 1:
    lines = open(sys.argv[1]).read().splitlines()
    start = next(k for k, line in enumerate(lines) if line.startswith("CH1,")) + 2
    for column, name in enumerate(("corrugator", "zygomaticus", "levator")):
        x = np.array([float(line.split(",")[column]) for line in lines[start:] if line.count(",") > 10])
        y = sg.filtfilt(*sg.iirnotch(50, 30, FS), sg.sosfiltfilt(sections("band", 4, 20, 450), x))
        store("recording", sg.sosfiltfilt(sections("low", 4, 8, 0), np.abs(y)), len(x), column=column)

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "expected.csv"), "w", newline="") as file:
    csv.writer(file, lineterminator="\n").writerows([["operation", "arguments", "samples", "count", "largest", "sum", "values"]] + rows)
print(len(rows), "rows;", len(left_out), "left out:", left_out)
