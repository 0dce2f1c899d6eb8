# The peers of physiology: SciPy, MNE, and BioSPPy where BIOSPPY names a folder that holds it. See ../README.md.
import os, sys, warnings
import numpy as np
from contender import serve
warnings.filterwarnings("ignore")
folder = sys.argv[1]
if "BIOSPPY" in os.environ:
    sys.path.insert(0, os.environ["BIOSPPY"])


def load(name, scale):
    x = np.fromfile(os.path.join(folder, f"{name}-{scale}.bin"), dtype="<f8")
    channels, rate = int(x[0]), x[1]
    return x[2:].reshape(channels, -1), rate


def scipy_pipeline(name):
    def setup(scale):
        from scipy import signal
        x, rate = load(name, scale)

        # With the design of the filters, as the others have it.
        def run():
            band = signal.butter(4, [20, 400], "bandpass", fs=rate, output="sos")
            notch = signal.tf2sos(*signal.iirnotch(50, 30, rate))
            low = signal.butter(4, 8, "low", fs=rate, output="sos")
            y = signal.sosfiltfilt(notch, signal.sosfiltfilt(band, x, axis=1), axis=1)
            return signal.sosfiltfilt(low, np.abs(y), axis=1)[:, 1000:-1000].mean()
        return run
    return setup


def biosppy_process(scale):
    from biosppy.signals import emg
    x, rate = load("pipeline", scale)
    return lambda: sum(len(emg.emg(one, rate, show=False)["onsets"]) for one in x)


def scipy_band_pass(scale):
    from scipy import signal
    x, rate = load("pipeline", scale)
    return lambda: np.abs(signal.sosfiltfilt(signal.butter(4, [20, 400], "bandpass", fs=rate, output="sos"), x[0])).max()


def scipy_welch(scale):
    from scipy import signal
    x, rate = load("pipeline", scale)
    return lambda: signal.welch(x[0], rate, nperseg=1024)[1].max()


def scipy_resample(scale):
    from scipy import signal
    x, rate = load("pipeline", scale)
    return lambda: np.abs(signal.resample_poly(x[0], 2, 5)).max()


def mne_edf(scale):
    import mne
    mne.set_log_level("ERROR")
    return lambda: mne.io.read_raw_edf(os.path.join(folder, f"recording-{scale}.edf"), preload=True).get_data()[0, 1000] * 1e6


def mne_edf_channel(scale):
    import mne
    mne.set_log_level("ERROR")
    return lambda: mne.io.read_raw_edf(os.path.join(folder, f"recording-{scale}.edf")).get_data(picks=[3])[0, 1000] * 1e6


def mne_brainvision(scale):
    import mne
    mne.set_log_level("ERROR")
    return lambda: mne.io.read_raw_brainvision(os.path.join(folder, f"recording-{scale}.vhdr"), preload=True).get_data()[0, 1000] * 1e6


def versions():
    import mne, scipy
    found = [f"NumPy {np.__version__}", f"SciPy {scipy.__version__}", f"MNE {mne.__version__}"]
    if "BIOSPPY" in os.environ:
        import biosppy
        found.append(f"BioSPPy {biosppy.__version__}")
    return found


serve({
    "SciPy pipeline": scipy_pipeline("pipeline"), "SciPy pipeline-channels": scipy_pipeline("pipeline-channels"), "SciPy pipeline-rate": scipy_pipeline("pipeline-rate"),
    "BioSPPy pipeline-onsets": biosppy_process, "SciPy band-pass": scipy_band_pass, "SciPy welch": scipy_welch, "SciPy resample": scipy_resample,
    "MNE read-edf": mne_edf, "MNE read-edf-channel": mne_edf_channel, "MNE read-brainvision": mne_brainvision}, versions)
