# Epochs and baselines of MNE on a small signal. Run in this folder: /usr/bin/python3 make.py
import json
import warnings

import mne
import numpy as np

warnings.filterwarnings("ignore")
mne.set_log_level("ERROR")
rng = np.random.default_rng(3)
rate = 50.0
signal = np.round(np.abs(rng.normal(1, 0.3, 600)) + 0.1, 6)
onsets = [0.3, 2.004, 3.51, 5.0, 7.77, 11.6]
labels = ["Happy", "Angry", "Happy", "Angry", "Happy", "Angry"]
tmin, tmax = -1.0, 1.5

raw = mne.io.RawArray(signal[None, :], mne.create_info(["zygomaticus"], rate, "misc"))
raw.set_annotations(mne.Annotations(onsets, 0, labels))
events, ids = mne.events_from_annotations(raw)
epochs = mne.Epochs(raw, events, ids, tmin, tmax, baseline=None, picks="all", preload=True)
data = epochs.get_data()[:, 0, :]
# The baseline without the sample of the event, which MNE would take into [tmin, 0].
before = (tmin, -1 / rate)
corrected = {mode: mne.baseline.rescale(data.copy(), epochs.times, before, mode=mode).tolist() for mode in ("mean", "ratio", "logratio", "percent")}
names = {number: label for label, number in ids.items()}
json.dump({
    "mne": mne.__version__, "numpy": np.__version__, "rate": rate, "tmin": tmin, "tmax": tmax, "signal": signal.tolist(), "onsets": onsets, "labels": labels,
    "kept": [{"sample": int(sample), "label": names[number]} for sample, _, number in epochs.events],
    "dropped": [index for index, reason in enumerate(epochs.drop_log) if reason],
    "times": [round(t, 9) for t in epochs.times.tolist()], "epochs": data.tolist(), "corrected": corrected,
}, open("mne.json", "w"))
