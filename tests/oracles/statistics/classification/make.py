# Reference values from scikit-learn. Run after make.R: OMP_NUM_THREADS=1 /usr/bin/python3 make.py (in this folder).
import numpy as np, pandas as pd
from sklearn.calibration import calibration_curve
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, log_loss, roc_auc_score, roc_curve
rows = ["name,value"]
def put(name, value): rows.append(f"{name},{float(value):.17g}")
births = pd.read_csv("births.csv")
X = births[["age", "lwt", "ptl", "ht"]].to_numpy(float); y = births["low"].to_numpy()
for C in [10.0, 1.0, 0.01]:
    model = LogisticRegression(C=C, solver="newton-cholesky", tol=1e-14, max_iter=1000).fit(X, y)
    put(f"penalised.{C:g}.constant", model.intercept_[0])
    for j, name in enumerate(["age", "lwt", "ptl", "ht"]): put(f"penalised.{C:g}.{name}", model.coef_[0, j])
# Wisconsin breast cancer, 569 x 5 of its 30 columns (scikit-learn).
data = load_breast_cancer(); columns = [0, 1, 4, 5, 24]
cancer = pd.DataFrame(data.data[:, columns], columns=["radius", "texture", "smoothness", "compactness", "worstsmoothness"]); cancer["malignant"] = 1 - data.target
cancer.to_csv("cancer.csv", index=False)
from statsmodels.api import Logit, add_constant
fit = Logit(cancer["malignant"], add_constant(cancer.drop(columns="malignant"))).fit(method="newton", disp=0, tol=1e-15, maxiter=100)
for name in fit.params.index: put(f"cancer.{name}.b", fit.params[name]); put(f"cancer.{name}.se", fit.bse[name])
put("cancer.llf", fit.llf)
predictions = pd.read_csv("predictions.csv")
put("auc", roc_auc_score(predictions["y"], predictions["rough"])); put("brier", brier_score_loss(predictions["y"], predictions["rough"]))
put("logloss", log_loss(predictions["y"], predictions["rough"]))
true, mean = calibration_curve(predictions["y"], predictions["rough"], n_bins=5, strategy="uniform")
for i in range(len(true)): put(f"curve.{i}.observed", true[i]); put(f"curve.{i}.predicted", mean[i])
bleeding = pd.read_csv("bleeding.csv")
fpr, tpr, thresholds = roc_curve(bleeding["poor"], bleeding["wfns"], drop_intermediate=False)
for i in range(len(fpr)): put(f"wfns.{i}.fpr", fpr[i]); put(f"wfns.{i}.tpr", tpr[i])
open("scikit-learn.csv", "w").write("\n".join(rows) + "\n")
