# scikit-learn's side of classification. See ../README.md.
import os, sys, warnings
import numpy as np
from contender import serve
warnings.filterwarnings("ignore")
folder = sys.argv[1]
features = dict(logistic=40, smiles=7, cancer=30, rings=8, digits=64)


def export():
    from sklearn.datasets import load_breast_cancer, load_digits
    cancer, digits = load_breast_cancer(), load_digits()
    for name, x, y in [("cancer", cancer.data, 1 - cancer.target), ("digits", digits.data, digits.target % 2)]:
        np.c_[x, y, np.arange(len(y))].astype("<f8").tofile(os.path.join(folder, f"{name}.bin"))


def load(name):
    d = np.fromfile(os.path.join(folder, f"{name}.bin"), dtype="<f8").reshape(-1, features[name] + 2)
    return np.ascontiguousarray(d[:, :-2]), d[:, -2].astype(int), d[:, -1].astype(int)


def logistic(solver, **options):
    def setup(scale):
        from sklearn.linear_model import LogisticRegression
        x, y, _ = load("logistic")
        return lambda: LogisticRegression(solver=solver, max_iter=5000, **options).fit(x, y).coef_[0, 0]
    return setup


def grouped_auc(scale):
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import roc_auc_score
    from sklearn.model_selection import StratifiedGroupKFold, cross_val_predict
    x, y, people = load("logistic")
    folds = StratifiedGroupKFold(5, shuffle=True, random_state=1)
    return lambda: roc_auc_score(y, cross_val_predict(LogisticRegression(max_iter=500), x, y, groups=people, cv=folds, method="decision_function"))


def model(kind):
    from sklearn.ensemble import HistGradientBoostingClassifier
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler
    from sklearn.svm import SVC
    if kind == "SVC (RBF)":
        return make_pipeline(StandardScaler(), SVC(probability=True, random_state=1)), {"svc__C": [.1, 1, 10, 100], "svc__gamma": [.0625, .25, 1]}
    return HistGradientBoostingClassifier(min_samples_leaf=10, early_stopping=False, random_state=1), {"max_depth": [1, 2, 4], "max_iter": [30, 100, 200]}


def non_linear(kind, name, choose):
    def setup(scale):
        from sklearn.base import clone
        from sklearn.metrics import roc_auc_score
        from sklearn.model_selection import GridSearchCV, StratifiedGroupKFold
        x, y, people = load(name)
        test = people % 3 == 0
        one, grid = model(kind)
        if kind == "SVC (RBF)":
            # gamma is of the mean squared distance over features, as scikit-learn's "scale".
            grid["svc__gamma"] = [g / x.shape[1] * 4 for g in grid["svc__gamma"]]

        def run():
            fitted = clone(one)
            if choose:
                search = GridSearchCV(fitted, grid, scoring="neg_log_loss", cv=StratifiedGroupKFold(4, shuffle=True, random_state=1))
                fitted = search.fit(x[~test], y[~test], groups=people[~test]).best_estimator_
            else:
                fitted.fit(x[~test], y[~test])
            return roc_auc_score(y[test], fitted.predict_proba(x[test])[:, 1])
        return run
    return setup


if len(sys.argv) > 2:
    export()
    sys.exit()
rows = 10_000
cases = {
    "scikit-learn lbfgs ridge": logistic("lbfgs"), "scikit-learn newton-cholesky ridge": logistic("newton-cholesky", tol=1e-8),
    "scikit-learn saga elastic-net": logistic("saga", penalty="elasticnet", l1_ratio=.5, C=1 / (rows * .01), tol=1e-8),
    "scikit-learn grouped-auc": grouped_auc,
}
for kind in ["SVC (RBF)", "HistGradientBoosting"]:
    for name in ["smiles", "cancer", "rings", "digits"]:
        cases[f"{kind} fit-{name}"] = non_linear(kind, name, False)
        cases[f"{kind} choose-{name}"] = non_linear(kind, name, True)


def versions():
    import sklearn
    return [f"NumPy {np.__version__}", f"scikit-learn {sklearn.__version__}"]


serve(cases, versions)
