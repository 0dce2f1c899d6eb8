"""Conditional odds ratios with exact intervals by SciPy. Writes oddsratios.csv. Run: /usr/bin/python3 make.py"""
import csv

from scipy.stats.contingency import odds_ratio

TABLES = [(3, 1, 1, 3), (10, 2, 3, 15), (12, 5, 7, 9), (60, 41, 33, 70), (5, 3, 2, 8), (0, 7, 6, 4)]

with open("oddsratios.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["a", "b", "c", "d", "oddsratio", "lower", "upper", "less", "greater"])
    for a, b, c, d in TABLES:
        result = odds_ratio([[a, b], [c, d]], kind="conditional")
        two = result.confidence_interval(0.95)
        less = result.confidence_interval(0.95, alternative="less")
        greater = result.confidence_interval(0.95, alternative="greater")
        writer.writerow([a, b, c, d, *(repr(float(x)) for x in (result.statistic, two.low, two.high, less.high, greater.low))])
