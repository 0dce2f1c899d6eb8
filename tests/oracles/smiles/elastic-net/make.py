# Reference values of the elastic net from scikit-learn and statsmodels. OMP_NUM_THREADS=1 /usr/bin/python3 make.py (in this folder).
# Data: births.csv and cancer.csv of ../../statistics/classification, and simulated.csv, which is written here (simulated, seed 1).
import numpy as np, pandas as pd, sklearn, statsmodels, warnings
from sklearn.linear_model import LogisticRegression
from statsmodels.api import Logit, add_constant
warnings.filterwarnings("ignore")
rows = ["name,value"]
def put(name, value): rows.append(f"{name},{float(value):.17g}")
r = np.random.default_rng(1); n = 240
x = r.normal(size=(n, 8)); x[:, 5] = x[:, 0] + .05 * x[:, 5]; x[:, 2] = 1000 * x[:, 2] + 5e4; x[:, 3] = np.exp(x[:, 3]) / 1e3
y = (r.random(n) < 1 / (1 + np.exp(-(x[:, 0] - .8 * (x[:, 2] - 5e4) / 1e3 + 400 * x[:, 3] - .5)))).astype(int)
simulated = pd.DataFrame(x, columns=[f"x{j + 1}" for j in range(8)]); simulated["y"] = y; simulated.to_csv("simulated.csv", index=False, float_format="%.17g")
folder = "../../statistics/classification/"
births = pd.read_csv(folder + "births.csv"); cancer = pd.read_csv(folder + "cancer.csv"); simulated = pd.read_csv("simulated.csv")
sets = dict(births=(births[["age", "lwt", "ptl", "ht"]], births["low"]), cancer=(cancer.drop(columns="malignant"), cancer["malignant"]), simulated=(simulated.drop(columns="y"), simulated["y"]))
for name, (table, labels) in sets.items():
    x = table.to_numpy(float); y = labels.to_numpy(); mean = x.mean(0); scale = np.sqrt(((x - mean) ** 2).mean(0)); z = (x - mean) / scale
    for penalty in (.1, .01, .002):
        for mixing in (0, .3, 1):
            # Penalty of the mean: C = 1 / (rows x penalty). The intercept is free in saga.
            fit = LogisticRegression(penalty="elasticnet", l1_ratio=mixing, C=1 / (len(y) * penalty), solver="saga", tol=1e-13, max_iter=2_000_000, random_state=1).fit(z, y)
            b = fit.coef_[0] / scale
            # saga compares changes with the largest coefficient and stops at once where all are 0: there the intercept is the log odds of the base rate.
            intercept = fit.intercept_[0] - b @ mean if b.any() else np.log(y.mean() / (1 - y.mean()))
            put(f"{name}.{penalty:g}.{mixing:g}.intercept", intercept)
            for column, value in zip(table.columns, b): put(f"{name}.{penalty:g}.{mixing:g}.{column}", value)
    # Another program for the lasso: statsmodels penalises the sum over rows.
    fit = Logit(y, add_constant(z)).fit_regularized(method="l1", alpha=np.r_[0, np.full(z.shape[1], .01 * len(y))], disp=0, maxiter=10_000, acc=1e-15, trim_mode="off")
    b = fit.params[1:] / scale; put(f"statsmodels.{name}.intercept", fit.params[0] - b @ mean)
    for column, value in zip(table.columns, b): put(f"statsmodels.{name}.{column}", value)
open("expected.csv", "w").write("\n".join(rows) + "\n")
print(sklearn.__version__, statsmodels.__version__)
