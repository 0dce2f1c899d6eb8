# OMP_NUM_THREADS=1 /usr/bin/python3 make.py: bootstrap and permutation tests by SciPy on the tables of data.R.
import json, platform, warnings
import numpy as np, scipy
from scipy import stats
warnings.filterwarnings("ignore")
def load(name): return np.loadtxt(name + ".csv", delimiter=",", skiprows=1).T
sleep, morley, plant, tooth, cars, sprays = (load(n) for n in ("sleep", "morley", "plantgrowth", "toothgrowth", "mtcars", "insectsprays"))
difference = lambda a, b, axis=-1: np.mean(a, axis=axis) - np.mean(b, axis=axis)
distance = lambda a, b, axis=-1: np.abs(difference(a, b, axis))
welch = lambda a, b, axis=-1: np.abs(stats.ttest_ind(a, b, axis=axis, equal_var=False).statistic)
mean = lambda a, axis=-1: np.mean(a, axis=axis)
r = lambda a, b: stats.pearsonr(a, b)[0]

boot = []
def bootstrap(case, data, statistic, n, keep, paired=False, vectorized=True):
    for method in ("percentile", "BCa"):
        for level in (.95, .9):
            b = stats.bootstrap(data, statistic, n_resamples=n, confidence_level=level, method=method, paired=paired, vectorized=vectorized, random_state=5)
            row = dict(case=case, method=method, level=level, resamples=n, lower=b.confidence_interval.low, upper=b.confidence_interval.high, error=b.standard_error)
            boot.append({k: (v if isinstance(v, (str, int)) else float(v)) for k, v in row.items()})
    if keep: np.savetxt(f"{case}-distribution.csv", np.asarray(b.bootstrap_distribution).ravel(), fmt="%.17g", header="statistic", comments="")
bootstrap("morley-mean-999", (morley[0],), mean, 999, True)
bootstrap("mtcars-correlation-999", (cars[0], cars[1]), r, 999, True, paired=True, vectorized=False)
logs = np.log(plant)  # so that no resample has the statistic of the data, where SciPy goes by the last digit
bootstrap("plantgrowth-difference-999", (logs[0], logs[1]), difference, 999, True)
bootstrap("morley-mean", (morley[0],), mean, 19999, False)
bootstrap("mtcars-correlation", (cars[0], cars[1]), r, 19999, False, paired=True, vectorized=False)
bootstrap("plantgrowth-difference", (logs[0], logs[1]), difference, 19999, False)
bootstrap("sleep-mean", (sleep[1] - sleep[0],), mean, 19999, False)

perm = []
def permutation(case, data, statistic, kind, alternative, n=np.inf):
    p = stats.permutation_test(data, statistic, permutation_type=kind, alternative=alternative, n_resamples=n, vectorized=True, random_state=6)
    perm.append(dict(case=case, statistic=float(p.statistic), p=float(p.pvalue), arrangements=len(p.null_distribution)))
d = sleep[0] - sleep[1]
for alternative in ("two-sided", "less", "greater"): permutation(f"sleep {alternative}", (d,), mean, "samples", alternative)
permutation("plantgrowth two-sided", plant, distance, "independent", "greater")
for alternative in ("less", "greater"): permutation(f"plantgrowth {alternative}", plant, difference, "independent", alternative)
permutation("plantgrowth welch", plant, welch, "independent", "greater")
permutation("toothgrowth two-sided", tooth, distance, "independent", "greater", 99999)
permutation("insectsprays two-sided", sprays, distance, "independent", "greater", 99999)
permutation("morley sign flips", (morley[0] - 845,), lambda a, axis=-1: np.abs(np.mean(a, axis=axis)), "samples", "greater", 99999)
json.dump(dict(python=platform.python_version(), numpy=np.__version__, scipy=scipy.__version__, bootstrap=boot, permutation=perm), open("scipy.json", "w"), indent=0)
for row in boot + perm: print(row)
