"""The same analyses by another program: statsmodels' AnovaRM (within) and anova_lm type 3 (between). Run here, after make.R: /usr/bin/python3 make.py"""
import csv
import pandas as pd
import statsmodels.formula.api as smf
from statsmodels.stats.anova import AnovaRM, anova_lm

rows = []
five = pd.read_csv("five-factors.csv")
for effect, line in AnovaRM(five, "y", "id", within=["a", "b", "c"]).fit().anova_table.iterrows():
    rows.append(["five-factors", effect, line["Num DF"], line["Den DF"], line["F Value"], line["Pr > F"]])
chicks = pd.read_csv("chick-weight.csv")
for effect, line in AnovaRM(chicks, "weight", "chick", within=["time"]).fit().anova_table.iterrows():
    rows.append(["chick-weight", effect, line["Num DF"], line["Den DF"], line["F Value"], line["Pr > F"]])
for name, value, factors in (("warpbreaks-unbalanced", "breaks", ["wool", "tension"]), ("tooth-growth", "len", ["supp", "dose"])):
    data = pd.read_csv(name + ".csv")
    model = smf.ols(f"Q('{value}') ~ " + " * ".join(f"C({factor}, Sum)" for factor in factors), data).fit()
    table = anova_lm(model, typ=3)
    for effect, line in table.iterrows():
        if effect not in ("Intercept", "Residual"):
            plain = effect.replace("C(", "").replace(", Sum)", "")
            rows.append([name, plain, line["df"], model.df_resid, line["F"], line["PR(>F)"]])
with open("effects-statsmodels.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["data", "effect", "df", "df_error", "f", "p"])
    writer.writerows([row[:2] + [repr(float(value)) for value in row[2:]] for row in rows])
