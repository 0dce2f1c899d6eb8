# Which non-linear trainer to write: prototypes of kernel logistic regression on landmarks and of boosted trees, by nested cross-validation over people.
# OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 /usr/bin/python3 choice.py   (about a quarter of an hour of one core). The results stand in docs/smiles/classifier.md.
import time, warnings
import numpy as np
from sklearn.cluster import KMeans
from sklearn.datasets import load_breast_cancer, load_digits
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss, roc_auc_score
from sklearn.model_selection import StratifiedGroupKFold
warnings.filterwarnings("ignore")


def smiles(people=400, n=1240):
    # Onsets, amplitudes and speeds as published for posed and spontaneous smiles; three tenths of the variance between people. Simulated.
    r = np.random.default_rng(1); g = r.integers(0, people, n); y = (r.random(n) < 597 / 1240).astype(int)
    z = np.sqrt(.3) * r.normal(size=(people, 6))[g] + np.sqrt(.7) * r.normal(size=(n, 6))
    onset = np.exp(np.where(y, .67, .25) + np.where(y, .55, .43) * z[:, 0])
    amplitude = np.maximum(.02, np.where(y, .144, .169) + np.where(y, .076, .072) * z[:, 1])
    speed = np.exp(np.log(np.where(y, .84, 1.36)) + .35 * (.75 * z[:, 1] + .66 * z[:, 2]) - .25 * z[:, 0])
    apex = np.exp(.6 + np.where(y, .39, 0) + .6 * z[:, 3])
    return np.c_[onset, amplitude, speed, apex, 2 * amplitude / .15 + .9 * z[:, 4], np.exp(.5 + .4 * z[:, 5]), amplitude / onset], y, g


def rings(n=600):
    r = np.random.default_rng(1); x = r.normal(size=(n, 8))
    return x, (r.random(n) < 1 / (1 + np.exp(-4 * (np.hypot(x[:, 0], x[:, 1]) - 1.18)))).astype(int), np.arange(n) // 3


def interaction(n=900):
    r = np.random.default_rng(1); x = r.normal(size=(n, 10))
    return x, (r.random(n) < 1 / (1 + np.exp(-(1.5 * x[:, 0] * x[:, 1] + x[:, 2])))).astype(int), np.arange(n) // 3


def standard(x):
    scale = x.std(0)
    return x.mean(0), np.where(scale < 1e-12, 1, scale)


class Linear:
    grid = [.001, .003, .01, .03, .1, .3, 1]
    def __init__(self, setting): self.setting = setting
    def fit(self, x, y):
        self.mean, self.scale = standard(x)
        self.model = LogisticRegression(C=1 / (self.setting * len(y)), max_iter=500).fit((x - self.mean) / self.scale, y)
        return self
    def probability(self, x): return self.model.predict_proba((x - self.mean) / self.scale)[:, 1]
    def size(self): return 8 * self.model.coef_.size


class Kernel(Linear):
    grid = [(width, penalty) for width in (.5, 1, 2) for penalty in (1e-5, 1e-4, 3e-4, .001, .003, .01, .03)]
    linear = False
    def fit(self, x, y):
        self.mean, self.scale = standard(x); z = (x - self.mean) / self.scale; width, penalty = self.setting
        means = KMeans(min(60, len(y) // 6), n_init=1, random_state=0, max_iter=20).fit(z)
        self.landmarks = means.cluster_centers_[np.bincount(means.labels_, minlength=len(means.cluster_centers_)) >= 5]
        self.gamma = 1 / (2 * width ** 2 * z.shape[1])
        values, vectors = np.linalg.eigh(self.kernel(self.landmarks)); kept = values > 1e-8 * values.max()
        self.whiten = vectors[:, kept] / np.sqrt(values[kept])
        self.model = LogisticRegression(C=1 / (penalty * len(y)), max_iter=1000).fit(self.columns(z), y)
        return self
    def kernel(self, z): return np.exp(-self.gamma * ((z[:, None, :] - self.landmarks[None]) ** 2).sum(2))
    def columns(self, z):
        k = self.kernel(z) @ self.whiten
        return np.c_[k, z / np.sqrt(z.shape[1])] if self.linear else k
    def probability(self, x): return self.model.predict_proba(self.columns((x - self.mean) / self.scale))[:, 1]
    def size(self): return 8 * self.landmarks.size


class KernelAndLinear(Kernel):
    linear = True


class Trees:
    grid = [(depth, trees) for depth in (1, 2, 3, 4) for trees in (30, 60, 120, 240)]
    def __init__(self, setting): self.setting = setting
    def fit(self, x, y):
        self.model = HistGradientBoostingClassifier(max_depth=self.setting[0], max_iter=self.setting[1], min_samples_leaf=10, l2_regularization=1, early_stopping=False, random_state=0).fit(x, y)
        return self
    def probability(self, x): return self.model.predict_proba(x)[:, 1]
    def size(self): return 40 * sum(len(tree[0].nodes) for tree in self.model._predictors)  # a node of ONNX's tree ensemble is about 40 bytes


def nested(kind, x, y, people):
    p = np.zeros(len(y)); seconds = 0; sizes = []
    for train, test in StratifiedGroupKFold(5, shuffle=True, random_state=0).split(x, y, people):
        losses = np.zeros(len(kind.grid))
        for inner, held in StratifiedGroupKFold(4, shuffle=True, random_state=1).split(x[train], y[train], people[train]):
            for i, setting in enumerate(kind.grid):
                found = kind(setting).fit(x[train][inner], y[train][inner]).probability(x[train][held])
                losses[i] += log_loss(y[train][held], np.clip(found, 1e-9, 1 - 1e-9), labels=[0, 1])
        start = time.process_time(); model = kind(kind.grid[losses.argmin()]).fit(x[train], y[train]); seconds += time.process_time() - start
        p[test] = model.probability(x[test]); sizes.append(model.size())
    p = np.clip(p, 1e-9, 1 - 1e-9)
    slope = LogisticRegression(C=1e9).fit(np.log(p / (1 - p))[:, None], y).coef_[0, 0]
    return log_loss(y, p), roc_auc_score(y, p), slope, 200 * seconds, np.mean(sizes)


cancer, digits = load_breast_cancer(), load_digits()
sets = dict(smiles=smiles(), cancer=(cancer.data, 1 - cancer.target, np.arange(569)), digits=(digits.data, digits.target % 2, np.arange(1797)), rings=rings(), interaction=interaction())
print("| set | model | log loss | AUC | calibration slope | fit, ms | size, kB |\n|---|---|---|---|---|---|---|")
for name, (x, y, people) in sets.items():
    for kind in (Linear, Kernel, KernelAndLinear, Trees):
        loss, auc, slope, ms, size = nested(kind, x, y, people)
        print(f"| {name}, {len(y)} x {x.shape[1]} | {kind.__name__} | {loss:.4f} | {auc:.4f} | {slope:.2f} | {ms:.0f} | {size / 1000:.1f} |", flush=True)
