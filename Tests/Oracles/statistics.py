# /// script
# requires-python = ">=3.11"
# dependencies = ["scipy==1.17.1", "numpy==2.4.6", "mpmath==1.3.0"]
# ///
"""Writes what SciPy says of seeded and hand-made inputs, for the tests of RunStatistics.

Usage: statistics.py, in an environment with the packages above, for instance by `uv run`. It writes the JSON files in
Tests/RunStatisticsTests/Oracle and gives the same bytes every time. Special functions come from mpmath with 60 digits, because SciPy's
own are right to less than what is asked of ours in places; the script checks that the two agree as far as SciPy goes. Where a sample lies
around a huge offset, what does not depend on the offset is computed without it, since SciPy would lose the digits that the tests look for.
"""

import itertools
import json
import math
import pathlib
import random
import warnings

import mpmath
import numpy as np
import scipy
import scipy.optimize
import scipy.special
import scipy.stats as stats
from scipy.stats._mannwhitneyu import _MWU

FOLDER = pathlib.Path(__file__).resolve().parents[1] / "RunStatisticsTests" / "Oracle"
mpmath.mp.dps = 60
rng = random.Random(20251115)


def write(name, **sections):
    FOLDER.mkdir(exist_ok=True)
    lines = [f'  "scipy": "{scipy.__version__}"']
    for section, cases in sections.items():
        rows = ",\n".join("    " + json.dumps(plain(case), separators=(",", ":"), allow_nan=False) for case in cases)
        lines.append(f'  "{section}": [\n{rows}\n  ]')
    (FOLDER / f"{name}.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")
    print(name, {section: len(cases) for section, cases in sections.items()})


def plain(value):
    """What JSON can hold: numbers of Python's own, and null for what is no finite number."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, np.ndarray)):
        return [plain(item) for item in value]
    if isinstance(value, (float, np.floating, mpmath.mpf)):
        value = float(value)
        return (int(value) if value.is_integer() and abs(value) < 1e15 else value) if math.isfinite(value) else None
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    return int(value) if isinstance(value, np.integer) else value


def short(values):
    return [float(f"{value:.6g}") for value in values]


def lognormal(n, median=100.0, sigma=0.08):
    return short(median * math.exp(rng.gauss(0, sigma)) for _ in range(n))


class Sample:
    """Values, kept as an offset and what lies on top of it; both and their sums are exact."""

    def __init__(self, base, offset=0.0):
        self.base, self.offset = [float(value) for value in base], float(offset)
        self.values = [self.offset + value for value in self.base]
        assert all(value - self.offset == base for value, base in zip(self.values, self.base))


def noise(n, unit=2.0**-20, width=4000):
    return [rng.randrange(-width, width) * unit for _ in range(n)]


def samples():
    """Hand-made edge cases, then generated ones."""
    yield from (Sample(values) for values in [
        [], [3.0], [4.0, 1.0], [2.0, 2.0], [2.0, 2.0, 2.0], [0.0, 0.0, 0.0, 0.0], [-1.0, 0.0, 1.0], [1.0, 2.0, 2.0, 2.0, 3.0],
        [5049.18, 513.05, 562.26, 525.56, 615.45, 487.41], [1e-100, 2e-100, 4e-100], [1e150, 3e150, 2e150], [-5.0, -7.0, -6.5, -9.0, -5.5, -7.0],
        [1.0] * 11 + [1.25], [0.1] * 7, [1.0, 1e6], list(range(1, 13)), [0.0, 1.0, 0.0, 1.0, 1.0, 0.0, 1.0],
    ])
    yield from (Sample(noise(n), offset) for n, offset in [(2, 1e9), (5, 1e9), (12, 1e9), (40, 1e9), (12, -1e9), (9, 2.0**32)])
    for n in (2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 20, 31, 50, 101, 400):
        yield Sample(lognormal(n))
        if n <= 50:
            yield Sample(short(rng.gauss(0, 3) for _ in range(n)))
            yield Sample([float(rng.randrange(5)) for _ in range(n)])


def pairs():
    """Two samples each: hand-made edge cases, then generated ones."""
    def of(a, b, offset=0.0):
        return Sample(a, offset), Sample(b, offset)
    yield from (of(a, b) for a, b in [
        ([], []), ([1.0], []), ([], [1.0]), ([1.0], [2.0]), ([2.0], [2.0]), ([1.0, 2.0], [3.0]), ([1.0, 2.0], [3.0, 4.0]),
        ([1.0, 1.0], [1.0, 1.0]), ([1.0, 1.0], [2.0, 2.0]), ([1.0, 2.0, 3.0], [1.0, 2.0, 3.0]), ([5.0] * 12, [5.0] * 11),
        ([5.0] * 12, [6.0] * 12), ([5.0] * 12, [5.0] * 11 + [6.0]), ([0.0, 1.0, 2.0], [-1.0, 0.5, 4.0]), ([-3.0, -2.0], [-1.0, -0.5, -0.25]),
        (list(range(1, 9)), list(range(9, 18))), (list(range(1, 11)), list(range(11, 21))), (list(range(0, 20, 2)), list(range(1, 21, 2))),
        ([1e-100, 3e-100, 2e-100], [1e100, 2e100, 5e100]), ([1.0, 2.0, 4.0, 8.0], [3.0, 6.0, 12.0, 24.0]),
    ])
    yield from (of(noise(n1), [value + shift for value in noise(n2)], offset)
                for n1, n2, offset, shift in [(3, 4, 1e9, 0), (12, 11, 1e9, 2.0**-9), (20, 10, 1e9, 2.0**-7), (10, 10, 2.0**32, 2.0**-5)])
    for n1, n2 in [(1, 1), (1, 5), (2, 2), (3, 3), (4, 4), (4, 7), (5, 5), (8, 8), (8, 9), (9, 8), (9, 9), (8, 31), (10, 10), (12, 31), (31, 31),
                   (7, 60), (60, 8), (50, 50), (3, 100), (1, 120)]:
        yield of(lognormal(n1), lognormal(n2))
        yield of(lognormal(n1), lognormal(n2, 100 * rng.choice([0.5, 0.8, 1.05, 1.2, 1.5])))
        if n1 + n2 <= 40:
            yield of([float(rng.randrange(6)) for _ in range(n1)], [float(rng.randrange(1, 8)) for _ in range(n2)])


def sample_case(sample):
    x, base = np.array(sample.values), np.array(sample.base)
    n = len(x)
    case = {"values": sample.values}
    if n:
        case |= {"mean": math.fsum(sample.values) / n, "median": np.median(x), "mad": stats.median_abs_deviation(base),
                 "quantiles": np.quantile(x, [0.05, 0.25, 0.9, 0.99])}
    if n > 1:
        scale = np.max(np.abs(base)) or 1.0
        # Of equal values SciPy's deviation may be a rounding error.
        deviation = np.std(base / scale, ddof=1) * scale if np.ptp(base) else 0.0
        case |= {"deviation": deviation, "cv": stats.variation(base, ddof=1) if sample.offset == 0 and np.ptp(base) and 1e-50 < scale < 1e50
                 else deviation / case["mean"] if case["mean"] else None}
        for confidence in (0.95, 0.8):
            interval = stats.quantile_test(x, p=0.5).confidence_interval(confidence)
            case[f"medianAt{confidence * 100:.0f}"] = list(interval) if math.isfinite(interval.low) else None
    return case


def pair_case(pair):
    a, b = pair
    case = {"a": a.values, "b": b.values}
    n1, n2 = len(a.values), len(b.values)
    if not n1 or not n2:
        return case
    ranks = stats.mannwhitneyu(b.values, a.values, alternative="two-sided", method="auto")
    case |= {"u": ranks.statistic, "rankP": ranks.pvalue if len(set(a.values + b.values)) > 1 else 1.0}
    if n1 > 1 and n2 > 1:
        scale = max(map(abs, a.base + b.base)) or 1.0
        first, second = np.array(a.base) / scale, np.array(b.base) / scale
        if np.ptp(first) or np.ptp(second):
            welch = stats.ttest_ind(second, first, equal_var=False)
            interval = welch.confidence_interval(0.95)
            case["welch"] = [welch.statistic, welch.df, welch.pvalue, interval.low * scale, interval.high * scale]
    differences = np.sort(np.subtract.outer(b.base, a.base).ravel())
    outside = {confidence: pairs_outside(n1, n2, confidence) for confidence in (0.95, 0.8)}
    case["shift"] = [np.median(differences)] + ends(differences, outside[0.95]) + ends(differences, outside[0.8])
    if min(a.values + b.values) > 0:
        ratios = np.sort(np.divide.outer(b.values, a.values).ravel())
        middle = float(mpmath.sqrt(mpmath.mpf(ratios[(len(ratios) - 1) // 2]) * mpmath.mpf(ratios[len(ratios) // 2])))
        case["ratio"] = [middle] + ends(ratios, outside[0.95]) + ends(ratios, outside[0.8])
    return case


def ends(values, outside):
    return [None, None] if outside is None else [values[outside], values[len(values) - 1 - outside]]


def pairs_outside(n1, n2, confidence):
    """The most k with P(U ≤ k) ≤ half of what the confidence leaves: by SciPy's exact distribution, or by the normal one."""
    tail = (1 - confidence) / 2
    if min(n1, n2) <= 8:
        exact = _MWU(n1, n2)
        below = [k for k in range(n1 * n2 // 2 + 1) if exact.cdf(np.array([k]))[0] <= tail]
        return below[-1] if below else None
    deviation = math.sqrt(n1 * n2 * (n1 + n2 + 1) / 12)
    k = math.floor(n1 * n2 / 2 - 0.5 + stats.norm.ppf(tail) * deviation)
    return k if k >= 0 else None


def special_functions():
    """Each with the truth, and SciPy's own value checked against it."""
    def agreed(truth, ours, tolerance=1e-9):
        truth = float(truth)
        assert ours in (truth, 0.0) or abs(ours - truth) <= tolerance * abs(truth), (truth, ours)  # SciPy has 0 where a square overflows
        return truth
    exponential = [{"x": x, "y": agreed(mpmath.exp(x), np.exp(x))} for x in
                   [0.0, -0.0001, -0.3466, -0.35, -1.0, -2.5, -33.0, -100.5, -700.1, -708.0, 1e-18, 0.5, 1.0, 30.25, 709.5]]
    erfc = [{"x": x, "y": agreed(mpmath.erfc(x), scipy.special.erfc(x))} for x in
            [0.0, 1e-20, 1e-8, 0.1, 0.5, 0.9, 1.2, 1.5, 1.9, 1.999999, 2.0, 2.1, 2.5, 3.0, 4.7, 6.0, 10.1, 15.3, 20.0, 26.0, 26.5,
             -1e-8, -0.3, -1.0, -1.99, -2.5, -6.0]]
    normal = [{"p": p, "z": agreed(mpmath.findroot(lambda z: mpmath.log(mpmath.erfc(z / mpmath.sqrt(2)) / 2) - mpmath.log(mpmath.mpf(p)),
                                                   -scipy.special.ndtri(p)), -scipy.special.ndtri(p))}
              for p in [1e-300, 1e-200, 1e-100, 1e-30, 1e-12, 1e-6, 0.0005, 0.005, 0.01, 0.025, 0.1, 0.19, 0.2, 0.21, 0.25, 0.3, 0.4, 0.49, 0.499999,
                        0.6, 0.9, 0.975, 0.99999]]
    beta = []
    for a, b, x in [(0.5, 0.5, 0.25), (0.5, 0.5, 1e-10), (2.0, 3.0, 0.4), (2.0, 3.0, 0.9), (15.0, 0.5, 0.1), (15.0, 0.5, 0.9999), (0.5, 15.0, 0.001),
                    (100.0, 100.0, 0.5), (100.0, 100.0, 0.25), (1000.0, 0.5, 0.75), (1000.0, 2000.0, 0.3), (1e-3, 5.0, 0.5), (30.0, 1.0, 1e-9),
                    (5e4, 0.5, 0.99), (1e4, 1e4, 0.49), (7.5, 1e5, 1e-5), (3.25, 7.5, 0.5), (50.0, 3.0, 0.001)]:
        beta.append({"a": a, "b": b, "x": x, "y": agreed(incomplete_beta(a, b, x), scipy.special.betainc(a, b, x))})
    student = []
    freedoms = [1.0, 2.0, 3.0, 4.5, 9.0, 30.0, 37.25, 100.0, 399.0, 1e4, 1e5]
    for freedom, t in itertools.product(freedoms, [1e-12, 1e-3, 0.1, 0.7, 1.0, 1.96, 2.5, 5.0, 12.0, 37.0, 1e3, 1e10, 1e30, 1e90, 1e120, 1e250]):
        truth = two_sided(freedom, mpmath.mpf(t))
        if truth > mpmath.mpf("1e-300"):
            student.append({"freedom": freedom, "t": t, "p": agreed(truth, 2 * stats.t.sf(t, freedom), 1e-7)})
    quantiles = []
    probabilities = [1e-300, 1e-100, 1e-20, 1e-8, 1e-4, 0.005, 0.01, 0.025, 0.1, 0.25, 0.4, 0.499, 0.499999999, 0.75, 0.99]
    for freedom, p in itertools.product(freedoms[:6:2] + freedoms[5::4], probabilities):
        start = stats.t.isf(p, freedom)
        goal = mpmath.log(2 * min(mpmath.mpf(p), 1 - mpmath.mpf(p)))
        root = lambda u: mpmath.log(two_sided(freedom, mpmath.exp(u))) - goal
        if 0 < abs(start) < 1e100:
            t = mpmath.exp(mpmath.findroot(root, mpmath.log(abs(start)), tol=1e-30))
            quantiles.append({"freedom": freedom, "p": p, "t": agreed(math.copysign(t, start), start, 1e-6)})
    return {"exp": exponential, "erfc": erfc, "normal": normal, "beta": beta, "student": student, "studentQuantile": quantiles}


def incomplete_beta(a, b, x, y=None):
    """The regularised incomplete beta function by the series of DLMF 8.17.8, whose terms are all positive, on its quicker side."""
    a, b, x = mpmath.mpf(a), mpmath.mpf(b), mpmath.mpf(x)
    y = 1 - x if y is None else y
    if x > 0.5:
        with mpmath.workdps(370):  # what remains may be as little as 1e-300
            return 1 - incomplete_beta(b, a, 1 - x, x)
    term, total, n, least = mpmath.mpf(1), mpmath.mpf(0), 0, mpmath.mpf(10) ** -mpmath.mp.dps
    while term > total * least:
        total += term
        term *= (a + b + n) / (a + 1 + n) * x
        n += 1
    return x**a * y**b / (a * mpmath.beta(a, b)) * total


def two_sided(freedom, t):
    with mpmath.workdps(370):
        square = t * t / freedom
        x, y = 1 / (1 + square), square / (1 + square)
    return incomplete_beta(mpmath.mpf(freedom) / 2, 0.5, x, y)


def proportions():
    wilson, fisher = [], []
    for k, n in [(0, 1), (1, 1), (0, 10), (10, 10), (5, 10), (1, 31), (3, 7), (200, 400), (999, 1000), (1, 100000), (12, 57), (49999, 100000)]:
        for confidence in (0.95, 0.99):
            interval = stats.binomtest(k, n).proportion_ci(confidence, method="wilson")
            wilson.append({"k": k, "n": n, "confidence": confidence, "interval": list(interval)})
    tables = [
        (0, 0, 0, 0), (0, 5, 0, 5), (5, 5, 5, 5), (0, 5, 5, 5), (1, 10, 1, 10), (0, 10, 3, 10), (8, 10, 1, 6), (1, 2, 1, 1), (0, 1, 1, 1),
        (10, 100, 15, 100), (3, 31, 9, 31), (0, 400, 12, 400), (200, 400, 100, 400), (1, 1000, 30, 1000), (2, 10, 8, 10), (5, 20, 5, 40),
        (0, 3, 2, 2), (500, 2000, 900, 2000),
    ]
    while len(tables) < 60:
        n1, n2 = rng.randrange(1, 60), rng.randrange(1, 60)
        tables.append((rng.randrange(n1 + 1), n1, rng.randrange(n2 + 1), n2))
    for k1, n1, k2, n2 in tables:
        p = stats.fisher_exact([[k1, n1 - k1], [k2, n2 - k2]]).pvalue
        fisher.append({"table": [k1, n1, k2, n2], "p": p})
    return {"wilson": wilson, "fisher": fisher}


def families():
    lists = [
        [], [0.2], [0.001, 0.008, 0.039, 0.041, 0.9], [0.5, 0.5, 0.5], [1.0, 1.0], [0.0, 0.0, 1.0], [0.04, 0.01, 0.03, 0.02],
        [1e-300, 1e-10, 0.5],
    ]
    lists += [short(rng.random() ** rng.choice([1, 4]) for _ in range(n)) for n in (5, 20, 200)]
    lists.append([rng.randrange(1, 8) / 10 for _ in range(40)])
    return {"adjusted": [{"p": p, "adjusted": stats.false_discovery_control(p) if p else []} for p in lists]}


def polygamma():
    points = [1e-3, 0.1, 0.5, 1.0, 1.5, 2.0, 2.5, 4.0, 4.5, 9.5, 10.0, 17.25, 60.0, 1000.0, 1e6]
    return {"polygamma": [{"x": x, "digamma": mpmath.digamma(x), "trigamma": mpmath.psi(1, x)} for x in points]}


def inverse_trigamma(y):
    return scipy.optimize.brentq(lambda u: float(scipy.special.polygamma(1, math.exp(u))) - y, -40, 40, xtol=1e-14, rtol=1e-14)


def moderations():
    """Smyth's estimate of the prior of variances, as limma's fitFDist makes it, by other means than Newton's method."""
    def case(kin):
        variances, freedoms = np.array(kin).T
        e = np.log(variances) - scipy.special.digamma(freedoms / 2) + np.log(freedoms / 2)
        excess = np.var(e, ddof=1) - np.mean(scipy.special.polygamma(1, freedoms / 2))
        if excess <= 0:
            return {"kin": kin, "freedom": None, "variance": math.exp(np.mean(e))}
        half = math.exp(inverse_trigamma(excess))
        return {"kin": kin, "freedom": 2 * half, "variance": math.exp(np.mean(e) + scipy.special.digamma(half) - math.log(half))}
    kins = [[[1e-3, 4], [2e-3, 4], [5e-4, 4]], [[0.01, 9], [0.01, 9], [0.01, 9]], [[1e-4, 9], [1e-2, 5], [1e-3, 19], [4e-2, 39]]]
    for n, freedom, prior in [(8, 5, 4), (30, 9, 10), (200, 7, 3)]:
        kins.append([[float(f"{0.0016 * prior / np.random.default_rng(n + i).chisquare(prior) * np.random.default_rng(n * 7 + i).chisquare(freedom) / freedom:.6g}"),
                      freedom] for i in range(n)])
    return {"moderations": [case(kin) for kin in kins]}


def signed_ranks():
    """Wilcoxon's test; with ties or zeros the p of all signs of the ranks, one by one."""
    generator = random.Random(17)
    inputs = [[], [0.0], [1.0], [1.0, 2.0, 3.0, 4.0, 5.0, 6.0], [-1.0, 2.0, 3.0, 4.0, 5.0, 6.0], [0.0, 0.0, 1.0, -2.0, 3.0], [1.0, 1.0, -1.0, 2.0, 2.0, 3.0, -4.0],
              [0.5] * 8, [-0.5, 0.5, 0.5, 0.5, 1.0, 0.0, 2.0]]
    inputs += [[float(f"{generator.gauss(shift, 1):.9g}") for _ in range(n)] for n in (6, 7, 10, 12, 17, 25, 50, 51, 80, 120) for shift in (0, 0.4, 1)]
    cases = []
    for values in inputs:
        kept = [value for value in values if value != 0]
        ranks = stats.rankdata(np.abs(kept)) if kept else []
        statistic = float(sum(rank for rank, value in zip(ranks, kept) if value > 0))
        if not kept:
            p = 1.0
        elif len(set(ranks)) < len(ranks) <= 12:
            sums = [sum(rank for rank, sign in zip(ranks, signs) if sign) for signs in itertools.product([0, 1], repeat=len(ranks))]
            less = min(statistic, sum(ranks) - statistic)
            p = min(1.0, 2 * sum(total <= less for total in sums) / len(sums))
        else:
            p = stats.wilcoxon(kept, method="exact" if len(kept) <= 50 else "asymptotic").pvalue
        means = sorted((values[i] + values[j]) / 2 for i in range(len(values)) for j in range(i, len(values)))
        case = {"values": values, "statistic": statistic, "p": p}
        if values:
            case["median"] = np.median(means)
            case["interval"] = ends(means, means_outside(len(values)))
        cases.append(case)
    return {"signedRanks": cases}


def means_outside(n):
    """The most k with P(W ≤ k) ≤ 0.025, without ties."""
    if n > 50:
        return math.floor(n * (n + 1) / 4 - 0.5 + stats.norm.ppf(0.025) * math.sqrt(n * (n + 1) * (2 * n + 1) / 24))
    counts = np.array([1.0])
    for rank in range(1, n + 1):
        counts = np.concatenate([counts, np.zeros(rank)]) + np.concatenate([np.zeros(rank), counts])
    below = np.flatnonzero(np.cumsum(counts) / 2.0**n <= 0.025)
    return int(below[-1]) if len(below) else None


def main():
    write("special-functions", **special_functions())
    everything = list(samples())
    write("samples", samples=[sample_case(sample) for sample in everything])
    write("pairs", pairs=[pair_case(pair) for pair in pairs()])
    write("proportions", **proportions())
    write("families", **families())
    write("moderation", **polygamma(), **moderations())
    write("signed-ranks", **signed_ranks())


if __name__ == "__main__":
    main()
