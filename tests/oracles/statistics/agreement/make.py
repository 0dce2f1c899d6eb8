# Errors under the null hypothesis, from statsmodels. Run after make.R: /usr/bin/python3 make.py (in this folder).
import numpy as np, warnings
from statsmodels.stats.inter_rater import cohens_kappa
rows = ["name,value"]
for name in ["SexualFun", "MSPatients", "Cohen1968"]:
    table = np.loadtxt(name + ".csv", delimiter=",", skiprows=1)
    for label, weights in [("none", None), ("linear", "linear"), ("quadratic", "quadratic")]:
        result = cohens_kappa(table, wt=weights)
        for key in ["kappa", "std_kappa", "std_kappa0", "z_value", "pvalue_two_sided", "kappa_low", "kappa_upp"]:
            rows.append(f"{name}.{label}.{key},{float(result[key]):.17g}")
open("statsmodels.csv", "w").write("\n".join(rows) + "\n")
