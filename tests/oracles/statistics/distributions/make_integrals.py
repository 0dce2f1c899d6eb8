"""Noncentral t and studentised range by mpmath at 40 digits: trapezoids over the log of the chi variable, at steps a fraction of those under test.

Writes integrals.csv: distribution, x, parameter1, parameter2, lower, upper (17 significant digits). Run: /usr/bin/python3 make_integrals.py
"""
import csv
from mpmath import mp, mpf, loggamma, exp, log, sqrt, pi, erfc

mp.dps = 40


def upper_normal(z):
    return erfc(z / sqrt(2)) / 2


def chi_average(g, v, step):
    """Mean of g(S), S^2 = chi-squared(v) / v, by trapezoids over w = log S; g is the dear part, and is asked for where the density counts."""
    constant = log(mpf(2)) + v / 2 * log(v / 2) - loggamma(v / 2)
    total = mpf(0)
    for k in range(-int(110 / (v * step)) - int(3 / step), int(2 / step)):
        w = k * step
        exponent = constant + v * w - v / 2 * exp(2 * w)
        if exponent > -400:
            total += exp(exponent) * g(exp(w))
    return step * total


def noncentral(t, v, delta):
    step = min(1 / sqrt(2 * v + t * t) / 6, mpf(1) / 50)
    return (chi_average(lambda s: upper_normal(delta - t * s), v, step), chi_average(lambda s: upper_normal(t * s - delta), v, step))


def range_upper(x, k):
    step = mpf(1) / 8
    total = mpf(0)
    for i in range(-110, 111):
        z = x / 2 + i * step
        below, other = upper_normal(-z), upper_normal(x - z)
        total += exp(-z * z / 2) / sqrt(2 * pi) * (below ** (k - 1) - (below - other) ** (k - 1))
    return k * step * total


def studentised(q, k, v):
    # Trapezoids here, at steps too small to matter for 20 digits; the inner function is dear.
    mp.dps = 60
    constant = log(mpf(2)) + v / 2 * log(v / 2) - loggamma(v / 2)
    step = min(1 / sqrt(2 * v) / 3, mpf(1) / 16)
    total = peak = mpf(0)
    for direction in (1, -1):
        i = 0 if direction == 1 else -1
        while True:
            w = i * step
            part = exp(constant + v * w - v / 2 * exp(2 * w)) * range_upper(q * exp(w), int(k))
            total += part
            peak = max(peak, part)
            i += direction
            if part < peak * mpf(10) ** -22 and abs(i) > 20:
                break
    mp.dps = 40
    return 1 - step * total, step * total


CASES = (
    [("noncentral", t, v, d) for v in ["2", "7.5", "73", "119", "1e4"]
     for t, d in [("4.39", "2"), ("-1", "3"), ("0.3", "-0.5"), ("2", "2"), ("12", "3"), ("5", "20"), ("-3", "8"), ("30", "33")]]
    + [("studentised", q, k, v) for k in ["2", "3", "5", "12"] for v in ["3", "20", "238"] for q in ["0.2", "3.4", "8"]]
    + [("studentised", "25", "4", "60"), ("studentised", "40", "6", "30")]
)

with open("integrals.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["distribution", "x", "parameter1", "parameter2", "lower", "upper"])
    for name, x, a, b in CASES:
        lower, upper = {"noncentral": noncentral, "studentised": studentised}[name](*(mpf(float(number)) for number in (x, a, b)))
        writer.writerow([name, x, a, b, mp.nstr(lower, 17), mp.nstr(upper, 17)])
        file.flush()
