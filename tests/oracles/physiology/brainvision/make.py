# Writes small BrainVision recordings, reads them with MNE, and stores what MNE says.
import csv
import warnings

import mne
import numpy as np

mne.set_log_level("error")
warnings.simplefilter("ignore")
rng = np.random.default_rng(6)


def write(name, samples, binary, orientation, interval, channels, markers, encoding="utf-8", codepage="Codepage=UTF-8", end="\r\n", points=True):
    header = [
        "Brain Vision Data Exchange Header File Version 1.0", "; a comment", "", "[Common Infos]", codepage,
        f"DataFile={name}.eeg", f"MarkerFile={name}.vmrk", "DataFormat=BINARY", f"DataOrientation={orientation}", "DataType=TIMEDOMAIN",
        f"NumberOfChannels={len(channels)}", f"DataPoints={samples.shape[1]}" if points else "", f"SamplingInterval={interval}", "",
        "[Binary Infos]", f"BinaryFormat={binary}", "", "[Channel Infos]", "; name, reference, resolution, unit",
        *[f"Ch{i + 1}={c}" for i, c in enumerate(channels)], "", "[Comment]", "free text", "==== of any = kind"]
    marks = ["Brain Vision Data Exchange Marker File, Version 1.0", "", "[Common Infos]", codepage, f"DataFile={name}.eeg", "", "[Marker Infos]",
             *[f"Mk{i + 1}={m}" for i, m in enumerate(markers)], ""]
    open(name + ".vhdr", "wb").write(end.join(header).encode(encoding))
    open(name + ".vmrk", "wb").write(end.join(marks).encode(encoding))
    kind = {"INT_16": "<i2", "INT_32": "<i4", "IEEE_FLOAT_32": "<f4"}[binary]
    (samples.T if orientation == "MULTIPLEXED" else samples).astype(kind).tofile(name + ".eeg")


def ints(channels, points, limit=32767):
    return rng.integers(-limit - 1, limit, (channels, points), endpoint=True)


write("multiplexed", ints(3, 150), "INT_16", "MULTIPLEXED", 2000, ["EMG zyg,,0.5,µV", r"zyg\1 left,,0.1,mV", "EDA,ref,,µS"], [
    "New Segment,,1,1,0,20210302140506250000", "Stimulus,S  1,11,1,0", "Stimulus,S  2,61,25,0", r"Comment,two\1 words,101,1,0", "Response,R 15,150,1,2"])
write("vectorized", rng.standard_normal((2, 120)) * 1e3, "IEEE_FLOAT_32", "VECTORIZED", 1953.125, ["EMG corr,,1,µV", "far,,0.152588,V"], [
    "New Segment,,1,1,0,0", "Stimulus,Happy,7,1,0", "New Segment,,65,1,0"], encoding="latin-1", codepage="", end="\n", points=False)
write("wide", ints(2, 90, 2**31 - 1), "INT_32", "MULTIPLEXED", 10000, ["a,,0.001", "b,,0.25,nV"], [], end="\n")

with open("samples.tsv", "w", newline="", encoding="utf-8") as samples, open("events.tsv", "w", newline="", encoding="utf-8") as events:
    samples = csv.writer(samples, delimiter="\t", lineterminator="\n")
    events = csv.writer(events, delimiter="\t", lineterminator="\n")
    samples.writerow(["file", "channel", "rate", "values"])
    events.writerow(["file", "onset", "duration", "label"])
    for name in ("multiplexed.vhdr", "vectorized.vhdr", "wide.vhdr"):
        raw = mne.io.read_raw_brainvision(name)
        for channel in raw.ch_names:
            samples.writerow([name, channel, repr(float(raw.info["sfreq"])), " ".join(repr(float(v)) for v in raw.get_data(picks=[channel])[0])])
        for a in raw.annotations:
            events.writerow([name, repr(float(a["onset"])), repr(float(a["duration"])), a["description"]])
