"""Writes the data sets of the NIST Statistical Reference Datasets for linear regression (public domain) that are made by a formula, and Longley's from
statsmodels; filip.csv, pontius.csv, norris.csv and certified.csv are kept as they are. Run here: /usr/bin/python3 make.py"""
import csv
from decimal import Decimal
import statsmodels.datasets.longley as longley

def write(name, header, rows):
    with open(name + ".csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)

noise = [759, -2048, 2048, -2048, 2523, -2048, 2048, -2048, 1838, -2048, 2048, -2048, 1838, -2048, 2048, -2048, 2523, -2048, 2048, -2048, 759]
polynomial = [sum(x**k for k in range(6)) for x in range(21)]
write("wampler1", ["y", "x"], zip(polynomial, range(21)))
write("wampler2", ["y", "x"], [(sum(Decimal(x**k) / 10**k for k in range(6)), x) for x in range(21)])
for number, size in ((3, 1), (4, 100), (5, 10000)):
    write(f"wampler{number}", ["y", "x"], [(p + size * e, x) for x, (p, e) in enumerate(zip(polynomial, noise))])
write("noint1", ["y", "x"], [(130 + i, 60 + i) for i in range(11)])
write("noint2", ["y", "x"], [(3, 4), (4, 5), (4, 6)])
data = longley.load_pandas().data
write("longley", ["y", "x1", "x2", "x3", "x4", "x5", "x6"],
      [[row.TOTEMP, row.GNPDEFL, row.GNP, row.UNEMP, row.ARMED, row.POP, row.YEAR] for row in data.itertuples()])
