"""Tail probabilities by mpmath at 360 digits (1 less a tail of 1e-300 keeps 40 of them).

Writes tails.csv: distribution, x, parameter1, parameter2, lower, upper (17 significant digits). Run: /usr/bin/python3 make.py
"""
import csv
from mpmath import mp, mpf, loggamma, exp, log, sqrt, erfc

mp.dps = 360


def normal(z):
    return erfc(-z / sqrt(2)) / 2, erfc(z / sqrt(2)) / 2


def beta_tails(a, b, x, y):
    """Mass of the beta distribution below and above x = 1 - y, by the series whose terms all have one sign (DLMF 8.17.8).

    It is run for the smaller of x and y, with enough digits for the complement.
    """
    if x > y:
        return beta_tails(b, a, y, x)[::-1]
    term = total = mpf(1)
    n = 0
    while term > total * mpf(10) ** (20 - mp.dps):
        term *= x * (a + b + n) / (a + 1 + n)
        total += term
        n += 1
    lower = total * exp(a * log(x) + b * log(y) + loggamma(a + b) - loggamma(a + 1) - loggamma(b))
    return lower, 1 - lower


def student(t, v):
    upper = beta_tails(v / 2, mpf(1) / 2, v / (v + t * t), t * t / (v + t * t))[0] / 2
    return 1 - upper, upper


def fisher(f, a, b):
    return beta_tails(a / 2, b / 2, a * f / (a * f + b), b / (a * f + b))


def chisquared(x, v):
    """P(v / 2, x / 2) by the series whose terms all have one sign (DLMF 8.11.4), and its complement."""
    a, x = v / 2, x / 2
    term = total = mpf(1)
    n = 0
    while term > total * mpf(10) ** (20 - mp.dps):
        n += 1
        term *= x / (a + n)
        total += term
    lower = total * exp(a * log(x) - x - loggamma(a + 1))
    return lower, 1 - lower


def binomial(k, n, p):
    k, n = int(k), int(n)
    def term(i):
        return exp(loggamma(n + 1) - loggamma(i + 1) - loggamma(n - i + 1) + i * log(p) + (n - i) * log(1 - p))
    def walk(i, step):
        total, value = mpf(0), term(i)
        while 0 <= i <= n:
            total += value
            if value < total * mpf(10) ** -25 and ((step > 0) == (i > n * p)):
                break
            value *= (n - i) * p / ((i + 1) * (1 - p)) if step > 0 else i * (1 - p) / ((n - i + 1) * p)
            i += step
        return total
    return walk(k, -1), walk(k, 1)


CASES = (
    [("normal", z, 0, 0) for z in ["1e-8", "0.1", "0.5", "1", "1.9599639845400545", "3", "5", "8", "12", "20", "30", "37.5"]]
    + [("student", t, v, 0)
       for v in ["0.5", "1", "2", "3.7", "9", "29.5", "119", "1000", "123456", "1e7"]
       for t in ["1e-6", "0.1", "0.7", "1.5", "2.1", "4.39", "9", "25", "37", "1e3"]]
    + [("fisher", f, a, b)
       for a, b in [("1", "119"), ("2", "238"), ("1.9886", "236.65"), ("3", "0.7"), ("40", "12"), ("500", "800"), ("1", "1e7"), ("7", "1e7"),
                    ("1e5", "1e5"), ("1e6", "30"), ("1e6", "1e6")]
       for f in ["0.001", "0.2", "0.9", "0.99", "1", "1.01", "1.3", "3", "9.1161", "40"]]
    + [("chisquared", x, v, 0)
       for v in ["0.5", "1", "2", "5", "40", "999", "1e5", "1e7"]
       for x in ["0.001", "0.5", "0.98", "1", "1.02", "1.5", "4", "20"]]
    + [("binomial", k, n, p)
       for k, n, p in [(0, 10, "0.3"), (3, 10, "0.3"), (10, 10, "0.3"), (7, 20, "0.5"), (60, 1000, "0.03"), (5000, 10000, "0.5"), (5400, 10000, "0.5"),
                       (12, 1000000, "1e-6"), (5010000, 10000000, "0.5"), (1, 50, "1e-12"), (499, 500, "0.999")]]
)

with open("tails.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["distribution", "x", "parameter1", "parameter2", "lower", "upper"])
    for name, x, a, b in CASES:
        # The doubles that the test reads, not the decimals written here.
        value, first, second = (mpf(float(number)) for number in (x, a, b))
        if name == "chisquared":
            x = repr(float(x) * float(a))
            value = mpf(float(x))
        arguments = {"normal": (value,), "student": (value, first), "fisher": (value, first, second),
                     "chisquared": (value, first), "binomial": (value, first, second)}[name]
        if name == "student" and first > 1e5 and value > 40:
            continue
        if name == "fisher" and min(first, second) >= 1e5 and abs(value - 1) > 0.3:
            continue
        if name == "chisquared" and first >= 1e5 and abs(value / first - 1) > 0.1:
            continue
        lower, upper = globals()[name](*arguments)
        writer.writerow([name, x, a, b, mp.nstr(lower, 17), mp.nstr(upper, 17)])
