# The peers of statistics written in Python. See ../README.md.
import os, sys, warnings
import numpy as np
from contender import serve
warnings.filterwarnings("ignore")
folder = sys.argv[1]


def load(case, scale):
    return np.fromfile(os.path.join(folder, f"{case}-{scale}.bin"), dtype="<f8")


def repeated_measures(scale):
    import pandas as pd
    y = load("repeated-measures", scale)
    subjects = 120 * scale
    grid = np.array(np.meshgrid(range(subjects), range(3), range(2), range(2), indexing="ij")).reshape(4, -1)
    return pd.DataFrame(dict(subj=grid[0], emotion=grid[1], muscle=grid[2], window=grid[3], y=y))


def statsmodels_anova(scale):
    from statsmodels.stats.anova import AnovaRM
    d = repeated_measures(scale)
    return lambda: AnovaRM(d, "y", "subj", within=["emotion", "muscle", "window"]).fit().anova_table["F Value"].iloc[0]


def statsmodels_mixed(scale):
    import statsmodels.formula.api as smf
    d = repeated_measures(scale)
    return lambda: -2 * smf.mixedlm("y ~ C(emotion) * C(muscle)", d, groups=d["subj"]).fit().llf


def mne_cluster(scale):
    import mne
    mne.set_log_level("ERROR")
    x = load("cluster", scale).reshape(40, -1)
    return lambda: mne.stats.permutation_cluster_1samp_test(x, n_permutations=1024, seed=1, out_type="indices", verbose="ERROR")[0].max()


def mne_cluster_channels(scale):
    import mne
    from scipy import sparse
    mne.set_log_level("ERROR")
    x = load("cluster-channels", scale).reshape(20, -1, 32)
    adjacency = mne.stats.combine_adjacency(x.shape[1], sparse.diags([np.ones(31), np.ones(32), np.ones(31)], [-1, 0, 1]).tocoo())
    return lambda: mne.stats.permutation_cluster_1samp_test(x, n_permutations=256, seed=1, adjacency=adjacency, out_type="indices", verbose="ERROR")[0].max()


def scipy_paired_t(scale):
    from scipy import stats
    first, second = load("paired-t", scale).reshape(2, -1)

    def run():
        for _ in range(1000):
            t = stats.ttest_rel(first, second).statistic
        return t
    return run


def scipy_bca(scale):
    from scipy import stats
    x = load("resampling", scale)
    return lambda: stats.bootstrap((x,), np.mean, n_resamples=9999, method="BCa", random_state=1).confidence_interval.low


def scipy_sign_flip(scale):
    from scipy import stats
    x = load("resampling", scale)
    return lambda: stats.permutation_test((x,), lambda a, axis: a.mean(axis=axis), permutation_type="samples", n_resamples=9999, vectorized=True, random_state=1).statistic


def logistic(scale):
    d = load("logistic", scale).reshape(-1, 41)
    return np.ascontiguousarray(d[:, :40]), d[:, 40].astype(int)


def sklearn_logistic(scale):
    from sklearn.linear_model import LogisticRegression
    x, y = logistic(scale)
    return lambda: LogisticRegression(max_iter=500).fit(x, y).coef_[0, 0]


def sklearn_unpenalised(scale):
    from sklearn.linear_model import LogisticRegression
    x, y = logistic(scale)
    return lambda: LogisticRegression(max_iter=500, penalty=None, tol=1e-8).fit(x, y).coef_[0, 0]


def statsmodels_logistic(scale):
    import statsmodels.api as sm
    x, y = logistic(scale)
    x = sm.add_constant(x)
    return lambda: sm.Logit(y, x).fit(disp=0).params[1]


def sklearn_auc(scale):
    from sklearn.metrics import roc_auc_score
    x, y = logistic(scale)
    score = x.sum(axis=1)
    return lambda: roc_auc_score(y, score)


def scipy_mann_whitney(scale):
    from scipy import stats
    first, second = load("paired-t", scale).reshape(2, -1)
    return lambda: stats.mannwhitneyu(first, second, method="asymptotic").statistic


def scipy_spearman(scale):
    from scipy import stats
    first, second = load("paired-t", scale).reshape(2, -1)
    return lambda: stats.spearmanr(first, second)[0]


cases = {f"{name} {case}": setup for name, case, setup in [
    ("statsmodels", "rm-anova", statsmodels_anova), ("statsmodels", "mixed", statsmodels_mixed), ("MNE", "cluster", mne_cluster),
    ("MNE", "cluster-channels", mne_cluster_channels), ("SciPy", "paired-t", scipy_paired_t), ("SciPy", "bca", scipy_bca),
    ("SciPy", "sign-flip", scipy_sign_flip), ("scikit-learn", "logistic", sklearn_logistic), ("scikit-learn, no penalty", "logistic", sklearn_unpenalised),
    ("statsmodels", "logistic", statsmodels_logistic), ("scikit-learn", "auc", sklearn_auc), ("SciPy", "mann-whitney", scipy_mann_whitney),
    ("SciPy", "spearman", scipy_spearman)]}


def versions():
    import mne, scipy, sklearn, statsmodels
    return [f"NumPy {np.__version__}", f"SciPy {scipy.__version__}", f"MNE {mne.__version__}", f"scikit-learn {sklearn.__version__}", f"statsmodels {statsmodels.__version__}"]


serve(cases, versions)
