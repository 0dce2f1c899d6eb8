"""Out-of-fold predictions of scikit-learn with this library's folds: python3 make.py > scikit-learn.csv"""
import numpy
import pandas
import sklearn.linear_model
import sklearn.metrics
import sklearn.model_selection
import sklearn.pipeline
import sklearn.preprocessing

table = pandas.read_csv("table.csv")
features = table[["x1", "x2", "x3", "x4"]].to_numpy()
labels = table["label"].to_numpy()
folds = table["fold"].to_numpy()
# The penalty on squared coefficients is 2 (C = 1 / 2), on features that are standardised in each training part.
model = sklearn.pipeline.make_pipeline(
    sklearn.preprocessing.StandardScaler(),
    sklearn.linear_model.LogisticRegression(C=0.5, solver="newton-cholesky", tol=1e-10, max_iter=1000),
)
split = sklearn.model_selection.PredefinedSplit(folds)
log_odds = sklearn.model_selection.cross_val_predict(model, features, labels, cv=split, method="decision_function")
probability = 1 / (1 + numpy.exp(-log_odds))
areas = [sklearn.metrics.roc_auc_score(labels[folds == fold], log_odds[folds == fold]) for fold in range(5)]
pairs = [labels[folds == fold].sum() * (1 - labels[folds == fold]).sum() for fold in range(5)]
print("name,value")
for row, value in enumerate(log_odds):
    print(f"log_odds_{row},{value:.17g}")
for fold, area in enumerate(areas):
    print(f"auc_{fold},{area:.17g}")
print(f"auc,{numpy.average(areas, weights=pairs):.17g}")
print(f"accuracy,{((probability >= 0.5) == labels).mean():.17g}")
print(f"brier,{sklearn.metrics.brier_score_loss(labels, probability):.17g}")
print(f"log_loss,{sklearn.metrics.log_loss(labels, probability):.17g}")
