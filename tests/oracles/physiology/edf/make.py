# Writes small EDF and BDF files byte by byte, reads them with MNE, and stores what MNE says.
import csv
import warnings

import mne
import numpy as np

mne.set_log_level("error")
warnings.simplefilter("ignore")


def fixed(value, width):
    data = value if isinstance(value, bytes) else str(value).encode("latin-1")
    assert len(data) <= width, value
    return data.ljust(width)


def tal(onset, *texts, duration=None):
    data = onset.encode() + (b"" if duration is None else b"\x15" + duration.encode()) + b"\x14"
    return data + b"".join(text.encode() + b"\x14" for text in texts) + b"\0"


def write(path, signals, records, duration, reserved="", bdf=False, stated=None, patient="P07 F 01-JAN-1990 X",
          recording="Startdate 02-MAR-2021 X X X", date="02.03.21", time="14.05.06", tail=b"", cut=0):
    """signals: (label, unit, physical min, physical max, digital min, digital max, one array or bytes a record)."""
    size = 3 if bdf else 2
    per_record = [len(s[6][0]) // size if isinstance(s[6][0], bytes) else len(s[6][0]) for s in signals]
    head = (b"\xffBIOSEMI" if bdf else fixed("0", 8)) + fixed(patient, 80) + fixed(recording, 80) + fixed(date, 8) + fixed(time, 8)
    head += fixed(256 * (len(signals) + 1), 8) + fixed(reserved, 44) + fixed(records if stated is None else stated, 8)
    head += fixed(duration, 8) + fixed(len(signals), 4)
    head += b"".join(fixed(s[0], 16) for s in signals) + b" " * 80 * len(signals) + b"".join(fixed(s[1], 8) for s in signals)
    for field in range(2, 6):
        head += b"".join(fixed(s[field], 8) for s in signals)
    head += b" " * 80 * len(signals) + b"".join(fixed(n, 8) for n in per_record) + b" " * 32 * len(signals)
    body = b""
    for record in range(records):
        for s in signals:
            part = s[6][record]
            if not isinstance(part, bytes):
                part = part.astype("<i4").view("u1").reshape(-1, 4)[:, :size].tobytes()
            body += part
    data = head + body + tail
    open(path, "wb").write(data[: len(data) - cut])


rng = np.random.default_rng(5)


def ints(records, samples, low=-32768, high=32767):
    return [rng.integers(low, high, samples, endpoint=True) for _ in range(records)]


def padded(parts, size):
    return [part.ljust(size, b"\0") for part in parts]


# EDF+: rates that differ, a decimal comma, limits upside down, padded numbers, two signals of annotations, a first record a quarter of a second after the start.
write("plus.edf", [
    ("EMG zyg", "uV", "-3276,8", "3276,7", -32768, 32767, ints(3, 100)),
    ("EMG corr", "mV", "5", "-5", -2048, 2047, ints(3, 50, -2048, 2047)),
    ("Resp", "", " -1.5", "+1.5", "32767", "-32768", ints(3, 10)),
    ("EDF Annotations", "", -1, 1, -32768, 32767, padded(
        [tal("+0.25", "") + tal("+0.75", "Happy", duration="1.5"), tal("+1.25", "", "two in", "one list"), tal("+2.25", "")], 60)),
    ("EDF Annotations", "", -1, 1, -32768, 32767, padded([tal("+0.3", "Ärger"), b"", tal("+2.5", "Neutral") + tal("+3.125", "end")], 40)),
], 3, 1, reserved="EDF+C", time="14.05.06")

# EDF of a recording that was not closed: -1 records, no unit, a label that is no ASCII, a last record that ends early, half a second a record.
write("unclosed.edf", [
    ("Z\xe4hne", "\xb5V", -100, 100, -100, 100, ints(4, 32, -100, 100)),
    ("constant", "V", 0, 1, 0, 255, [np.full(16, 17)] * 4),
], 4, 0.5, stated=-1, patient="subject 7", recording="somewhere", date="31.12.99", time="23.59.59", cut=20)

# EDF with more records than it says.
write("longer.edf", [("EMG", "uV", -10, 10, -32768, 32767, ints(3, 20))], 3, 1, stated=2)

# BDF: 24 bits, and triggers that change, stay and follow each other.
codes = np.zeros(192, int)
for start, stop, code in ((10, 14, 1), (60, 61, 2), (61, 80, 3), (128, 130, 65535), (191, 192, 7)):
    codes[start:stop] = code
status = codes + (1 << 16) * (np.arange(192) < 3) + (1 << 20)
status[100:] -= 1 << 24  # the top bit is set
write("status.bdf", [
    ("EXG1", "uV", -262144, 262143, -8388608, 8388607, ints(3, 64, -8388608, 8388607)),
    ("Status", "Boolean", -8388608, 8388607, -8388608, 8388607, list(status.reshape(3, 64))),
], 3, 1, reserved="24BIT", bdf=True)

# EDF+ with pauses: MNE puts the records one after the other. The third begins a tenth of a sample late, the fourth after 1.5 s, the fifth after 2.25 s.
write("paused.edf", [
    ("EMG zyg", "uV", -50, 50, -32768, 32767, ints(5, 100)),
    ("slow", "", -50, 50, -32768, 32767, ints(5, 10)),
    ("EDF Annotations", "", -1, 1, -32768, 32767, padded(
        [tal("+0", ""), tal("+1", ""), tal("+2.001", ""), tal("+4.501", "") + tal("+4.751", "Happy"), tal("+7.751", "")], 40)),
], 5, 1, reserved="EDF+D")

# BDF+: annotations of 24-bit samples.
write("plus.bdf", [
    ("EMG zyg", "uV", -1000, 1000, -8388608, 8388607, ints(2, 40, -8388608, 8388607)),
    ("BDF Annotations", "", -1, 1, -8388608, 8388607, padded([tal("+0", "") + tal("+0.5", "Happy"), tal("+1", "")], 36)),
], 2, 1, reserved="BDF+C", bdf=True)

with open("samples.tsv", "w", newline="") as samples, open("events.tsv", "w", newline="", encoding="utf-8") as events:
    samples = csv.writer(samples, delimiter="\t", lineterminator="\n")
    events = csv.writer(events, delimiter="\t", lineterminator="\n")
    samples.writerow(["file", "channel", "rate", "values"])
    events.writerow(["file", "onset", "duration", "label"])
    for name in ("plus.edf", "unclosed.edf", "longer.edf", "status.bdf", "paused.edf", "plus.bdf"):
        read = mne.io.read_raw_bdf if name.endswith("bdf") else mne.io.read_raw_edf
        whole = read(name)
        for channel in whole.ch_names:
            # One at a time: MNE resamples channels of different rates to the greatest.
            one = read(name, include=[channel]) if len(whole.ch_names) > 1 else whole
            samples.writerow([name, channel, repr(float(one.info["sfreq"])), " ".join(repr(float(v)) for v in one.get_data()[0])])
        for a in whole.annotations:
            events.writerow([name, repr(float(a["onset"])), repr(float(a["duration"])), a["description"]])
        if name == "status.bdf":
            found = mne.find_events(whole, shortest_event=1, consecutive=True, mask=0xFFFF, mask_type="and")
            for sample, _, code in found:
                events.writerow([name, repr(sample / whole.info["sfreq"]), "0", code])
