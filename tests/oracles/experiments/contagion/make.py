# Reference values for windowed cross-correlation, naive models and residuals within people, made with NumPy, SciPy and statsmodels.
# Run in this folder: /usr/bin/python3 make.py. It writes series.csv, correlations.csv, peaks.csv, people.csv, ties.csv and reference.json.
import csv
import json

import numpy as np
import scipy.stats
import statsmodels.api as sm

rng = np.random.default_rng(20020107)


def smooth(noise, share):
    out = np.zeros_like(noise)
    for i in range(1, len(noise)):
        out[i] = share * out[i - 1] + noise[i]
    return out


# Two autocorrelated series at 10 Hz; the second follows the first by 0.7 s, with noise; a gap in the second.
n, rate = 900, 10.0
a = smooth(rng.standard_normal(n), 0.9)
b = smooth(rng.standard_normal(n), 0.9)
b[7:] += 0.8 * a[:-7]
b[400:406] = np.nan
with open("series.csv", "w", newline="") as f:
    w = csv.writer(f, lineterminator="\n")
    w.writerow(["dyad", "time", "A", "B"])
    for i in range(n):
        w.writerow(["1", repr(i / rate), repr(float(a[i])), "" if np.isnan(b[i]) else repr(float(b[i]))])

window, step, lag, lag_step, half_peak = 80, 45, 24, 2, 2
lags = np.arange(-lag, lag + 1, lag_step)
rows = []
start = lag
while start + window + lag <= n:
    x = a[start:start + window]
    row = []
    for l in lags:
        y = b[start + l:start + l + window]
        row.append(np.nan if np.isnan(y).any() else scipy.stats.pearsonr(x, y)[0])
    rows.append(row)
    start += step
r = np.array(rows)
np.savetxt("correlations.csv", r, delimiter=",", fmt="%.17g")

peaks = []
for row in r:
    best = None
    for distance in range(len(lags) // 2 + 1):
        found = []
        for k in {len(lags) // 2 + distance, len(lags) // 2 - distance}:
            if k - half_peak < 0 or k + half_peak >= len(lags) or not row[k] > 0:
                continue
            near = np.r_[row[k - half_peak:k], row[k + 1:k + half_peak + 1]]
            if np.isfinite(near).all() and (near < row[k]).all():
                found.append(k)
        if found:
            best = max(found, key=lambda k: row[k])
            break
    peaks.append((np.nan, np.nan) if best is None else (lags[best] / rate, row[best]))
np.savetxt("peaks.csv", np.array(peaks), delimiter=",", fmt="%.17g")
z = np.arctanh(r)
mean = np.nanmean(z, axis=0)
reference = {
    "peakOfMean": float(np.nanmax(mean)),
    "lag": float(lags[np.nanargmax(mean)] / rate),
    "meanOfPeaks": float(np.nanmean([np.nanmax(row) for row in z if np.isfinite(row).any()])),
    "meanAbsolute": float(np.nanmean(np.abs(z))),
    "undefined": int(np.isnan(r).sum()),
}

# A panel: 60 people in 6 communities name 3 others each; 5 waves; a binary and a continuous outcome.
people, communities, waves = 60, 6, 5
trait = rng.standard_normal(people)
shock = 0.8 * rng.standard_normal((communities, waves))
community = np.arange(people) % communities
ties = []
for ego in range(people):
    weight = np.exp(-np.abs(trait - trait[ego])) * np.where(community == community[ego], 10, 1)
    weight[ego] = 0
    ties += [(ego, int(alter)) for alter in sorted(rng.choice(people, 3, replace=False, p=weight / weight.sum()))]
eta = trait[:, None] + shock[community]
binary = (rng.random((people, waves)) < 1 / (1 + np.exp(-eta))).astype(float)
continuous = eta + 0.5 * rng.standard_normal((people, waves))
with open("people.csv", "w", newline="") as f:
    w = csv.writer(f, lineterminator="\n")
    w.writerow(["person", "community", "wave", "binary", "continuous"])
    for i in range(people):
        for t in range(waves):
            w.writerow([f"p{i}", f"c{community[i]}", t + 1, int(binary[i, t]), repr(float(continuous[i, t]))])
with open("ties.csv", "w", newline="") as f:
    w = csv.writer(f, lineterminator="\n")
    w.writerow(["ego", "alter"])
    w.writerows([f"p{i}", f"p{j}"] for i, j in ties)


def naive(y, same, family):
    rows = [(y[i, t], y[j, t], y[j, t - 1], y[i, t - 1], i) for i, j in ties for t in range(1, waves)]
    d = np.array(rows)
    x = sm.add_constant(d[:, 1:4] if same else d[:, [2, 3]])
    fit = sm.GLM(d[:, 0], x, family=family).fit()
    # The sandwich with rows of an ego summed up, times G / (G - 1).
    score = x * (d[:, 0] - fit.fittedvalues)[:, None]
    sums = np.array([score[d[:, 4] == i].sum(axis=0) for i in np.unique(d[:, 4])])
    weight = fit.fittedvalues * (1 - fit.fittedvalues) if family.__class__.__name__ == "Binomial" else np.ones(len(d))
    bread = np.linalg.inv(x.T @ (x * weight[:, None]))
    groups = len(sums)
    covariance = bread @ (sums.T @ sums) @ bread * groups / (groups - 1)
    # statsmodels' GEE with an independent working correlation gives the same without G / (G - 1).
    gee = sm.GEE(d[:, 0], x, groups=d[:, 4], family=family, cov_struct=sm.cov_struct.Independence()).fit(cov_type="robust")
    error = float(np.sqrt(covariance[1, 1]))
    assert abs(error / (gee.bse[1] * np.sqrt(groups / (groups - 1))) - 1) < 1e-6, (error, gee.bse[1])
    out = {"b": float(fit.params[1]), "se": error}
    if family.__class__.__name__ == "Binomial":
        x1, x0 = x.copy(), x.copy()
        x1[:, 1], x0[:, 1] = 1, 0
        out["change"] = float(fit.predict(x1).mean() / fit.predict(x0).mean() - 1)
    return out


for name, y, family in [("binary", binary, sm.families.Binomial()), ("continuous", continuous, sm.families.Gaussian())]:
    reference[f"{name} same"] = naive(y, True, family)
    reference[f"{name} before"] = naive(y, False, family)
    # Dummies of people and of community waves, by least squares.
    dummies = np.zeros((people * waves, people + communities * waves))
    for i in range(people):
        for t in range(waves):
            dummies[i * waves + t, i] = 1
            dummies[i * waves + t, people + community[i] * waves + t] = 1
    residual = y.ravel() - dummies @ np.linalg.lstsq(dummies, y.ravel(), rcond=None)[0]
    residual = residual.reshape(people, waves)
    friends = {i: [k for e, k in ties if e == i] for i in range(people)}
    exposure = np.array([[residual[friends[i], t - 1].mean() for t in range(1, waves)] for i in range(people)])
    own = (exposure * residual[:, 1:]).sum(axis=1)
    reference[f"{name} within"] = {"b": float(own.sum() / (exposure ** 2).sum()), "z": float(own.sum() / np.sqrt((own ** 2).sum()))}
json.dump(reference, open("reference.json", "w"), indent=1)
