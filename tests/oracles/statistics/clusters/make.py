# OMP_NUM_THREADS=1 /usr/bin/python3 make.py: cluster tests by MNE on the tables of data.R and on simulated ones, which it writes too.
import itertools, json, warnings
import numpy as np, mne, scipy
from scipy import stats, sparse
warnings.filterwarnings("ignore"); mne.set_log_level("ERROR")
from mne.stats import permutation_cluster_1samp_test as one, permutation_cluster_test as several, ttest_ind_no_p, ttest_1samp_no_p, combine_adjacency

def save(name, x):
    np.savetxt(name, x.reshape(len(x), -1), delimiter=",", fmt="%.17g", header=",".join(str(i) for i in range(x.reshape(len(x), -1).shape[1])), comments="")
def load(name): return np.loadtxt(name, delimiter=",", skiprows=1)
def result(case, t, clusters, p, n_permutations, threshold, **more):
    rows = [{"points": sorted(int(i) for i in np.flatnonzero(m)), "mass": float(t[m].sum()), "p": float(q)} for m, q in zip(clusters, p)]
    return dict(case=case, t=[float(v) for v in t.ravel()], threshold=float(threshold), permutations=n_permutations, clusters=sorted(rows, key=lambda r: r["points"]), **more)
def masks(t, clusters):
    out = []
    for c in clusters: m = np.zeros(t.shape, bool); m[c] = True; out.append(m)
    return out

rng = np.random.default_rng(20)
def noise(n, m):
    e = rng.normal(size=(n, m)); 
    for j in range(1, m): e[:, j] = .5 * e[:, j - 1] + e[:, j] * np.sqrt(.75)
    return e
small = noise(8, 40); small[:, 10:22] += 1.1; small[:, 30:34] -= .9; save("small.csv", small)
course = noise(24, 120); course[:, 40:75] += .45; save("course.csv", course)
channels = np.stack([noise(14, 25) for _ in range(5)], axis=2); channels[:, 8:16, 1:3] += .9; channels[:, 3:7, 4] -= .8; save("channels.csv", channels)
edges = [(0, 1), (1, 2), (2, 3), (0, 4)]
A = sparse.coo_matrix((np.ones(8), ([a for a, b in edges] + [b for a, b in edges], [b for a, b in edges] + [a for a, b in edges])), shape=(5, 5))
A = (A + sparse.identity(5)).tocoo()
group1 = channels[:7] + .3; group2 = channels[7:]

out = []
def sample(case, x, n_perm, tail=0, p=.05, power=1, adjacency=None, **more):
    df = len(x) - 1; thr = stats.t.ppf(1 - p / (2 if tail == 0 else 1), df) * (-1 if tail < 0 else 1)
    t, c, q, h0 = one(x, threshold=thr, n_permutations=n_perm, tail=tail, seed=3, out_type="indices", t_power=power, adjacency=adjacency, stat_fun=ttest_1samp_no_p)
    if tail != 0:
        # All permutations of a one-sided test: MNE 1.3.0 has the observed signs twice and leaves out their opposite, so they are enumerated here with MNE's t and clusters.
        h0 = []
        for signs in itertools.product([1, -1], repeat=len(x)):
            sums = mne.stats.cluster_level._find_clusters(ttest_1samp_no_p(x * np.array(signs)[:, None]), thr, tail)[1]
            h0.append(np.abs(sums).max() if len(sums) else 0.)
        q = [float(np.mean(np.array(h0) >= abs(t[m].sum()) - 1e-9)) for m in masks(t, c)]
    out.append(result(case, t, masks(t, c), q, len(h0), abs(thr), **more))
def groups(case, a, b, n_perm, tail=0, adjacency=None, **more):
    # permutation_cluster_test keeps the largest signed mass of a permutation when tail=0, so that large negative clusters of permutations are lost (MNE 1.3.0). For two
    # sides the null distribution is therefore made here, of MNE's own t and clusters; for one side MNE's p is taken as it is.
    df = len(a) + len(b) - 2; thr = stats.t.ppf(.975 if tail == 0 else .95, df)
    t, c, q, h0 = several([a, b], threshold=thr, n_permutations=2 if tail == 0 else n_perm, tail=tail, seed=3, out_type="indices", adjacency=adjacency, stat_fun=ttest_ind_no_p)
    if tail == 0:
        x = np.concatenate([a, b]).reshape(len(a) + len(b), -1); order = np.arange(len(x)); r = np.random.default_rng(4); h0 = []
        adj = mne.stats.cluster_level._setup_adjacency(adjacency, x.shape[1], t.shape[0]) if adjacency is not None else None
        for _ in range(n_perm):
            sums = mne.stats.cluster_level._find_clusters(ttest_ind_no_p(x[order[:len(a)]], x[order[len(a):]]), thr, 0, adj)[1]
            h0.append(np.abs(sums).max() if len(sums) else 0.); order = r.permutation(len(x))
        q = [float(np.mean(np.array(h0) >= abs(t[m].sum()) - 1e-9)) for m in masks(t, c)]
    out.append(result(case, t, masks(t, c), q, n_perm, thr, **more))

sample("small exact", small, 100000)
sample("small exact, size", small, 100000, power=0)
sample("small exact, greater", small, 100000, tail=1)
sample("small exact, less", small, 100000, tail=-1)
sample("course", course, 20000)
sample("course, size", course, 20000, power=0)
sample("channels exact", channels, 100000, adjacency=combine_adjacency(25, A))
sleep = load("sleepstudy.csv"); sample("sleepstudy", sleep[:, 1:] - sleep[:, :1], 20000)
groups("chickweight", load("chickweight-diet1.csv"), load("chickweight-diet2.csv"), 20000)
groups("course halves", course[:10], course[10:] - .4, 20000)
groups("course halves, greater", course[:10], course[10:] - .4, 20000, tail=1)
groups("channels halves", group1, group2, 20000, adjacency=combine_adjacency(25, A))
json.dump({"mne": mne.__version__, "numpy": np.__version__, "scipy": scipy.__version__, "cases": out}, open("mne.json", "w"), indent=0)
for r in out: print(r["case"], r["permutations"], [(c["points"][0], len(c["points"]), round(c["mass"], 2), round(c["p"], 4)) for c in r["clusters"]])
