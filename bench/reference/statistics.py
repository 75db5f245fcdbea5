"""Reference values of the formulas that R has no function for, each by another route than the Java code takes:

    python3 bench/reference/statistics.py > src/test/resources/statistics/scipy.json

Needs numpy and scipy.
"""

import itertools
import json
import math
import sys

import numpy as np
import scipy
from scipy import stats
from scipy.optimize import brentq

random = np.random.default_rng(20261126)
z = stats.norm.ppf


def likeliest(n, i, r, lam):
    """The share of regressions that maximises the likelihood of three cells under a difference lam: root of the score."""
    lowest, highest = max(0.0, -lam), (1 - lam) / 2
    def slope(q):
        return (i / (q + lam) if i else 0) + (r / q if r else 0) - 2 * (n - i - r) / (1 - 2 * q - lam)
    edge = 1e-15 * max(1, highest - lowest)
    lo, hi = lowest + edge, highest - edge
    if hi <= lo or slope(lo) <= 0:
        return lowest
    if n == i + r or slope(hi) >= 0:
        return highest if slope(hi) >= 0 else brentq(slope, lo, hi, xtol=1e-17, rtol=1e-15, maxiter=500)
    return brentq(slope, lo, hi, xtol=1e-17, rtol=1e-15, maxiter=500)


def tango(n, i, r, quantile):
    def score(lam):
        q = likeliest(n, i, r, lam)
        variance = 2 * q + lam - lam * lam
        return (i - r - n * lam) / math.sqrt(n * variance)
    d, e = (i - r) / n, 1e-13
    lo = -1.0 if d == -1 else brentq(lambda x: score(x) - quantile, -1 + e, d - 1e-9, xtol=1e-15, rtol=1e-14)
    hi = 1.0 if d == 1 else brentq(lambda x: score(x) + quantile, d + 1e-9, 1 - e, xtol=1e-15, rtol=1e-14)
    return lo, hi


def tangos():
    for n, i, r in [(20, 3, 9), (100, 5, 15), (100, 10, 10), (50, 0, 7), (50, 7, 0), (400, 41, 60), (5, 5, 0), (5, 0, 5),
                    (12, 7, 5), (1000, 1, 0), (100000, 4013, 4208), (44, 0, 0), (1, 0, 0), (1, 1, 0), (2, 1, 1)]:
        for q in (0.95, 0.975):
            lo, hi = tango(n, i, r, z(q))
            yield dict(n=n, improved=i, regressed=r, q=q, lo=lo, hi=hi)


def flips():
    """All 2^n flips of signs, one by one."""
    for n in (1, 2, 4, 8, 12):
        for values in (random.integers(-4, 5, n) / 4, random.normal(0.3, 1, n).round(3), np.full(n, 1 / 3)):
            values = values if np.any(values) else values + 0.25
            sizes = stats.rankdata(np.abs(values.round(12)))
            ranks = np.where(values == 0, 0, sizes)
            plus, minus = ranks[values > 0].sum(), ranks[values < 0].sum()
            sums = np.array([sum(r for r, s in zip(ranks, signs) if s) for signs in itertools.product((0, 1), repeat=n)])
            k = min(plus, minus)
            yield dict(d=values.tolist(), two_sided=min(1, 2 * np.mean(sums <= k) - np.mean(sums == k)),
                       worse=np.mean(sums >= minus) - np.mean(sums == minus) / 2,
                       better=np.mean(sums >= plus) - np.mean(sums == plus) / 2,
                       effect=(plus - minus) / (plus + minus))


def connor(psi, change, q, power):
    psi = max(psi, change)
    return (z(q) * psi ** 0.5 + z(power) * (psi - change ** 2) ** 0.5) ** 2 / change ** 2


def sizes():
    for n, m in [(100, 20), (50, 5), (3, 1), (1000, 300), (100000, 8221), (2, 0), (10, 0)]:
        psi = (m + 1) / (n + 2)
        for q in (0.95, 0.975):
            mde = None if connor(psi, 1, q, .8) > n else brentq(lambda x: connor(psi, x, q, .8) - n, 1e-7, 1, xtol=1e-16)
            for change in (0.05, 0.1, 0.33):
                share = likeliest(1, psi / 2, psi / 2, -change)
                v = 2 * share - change - change ** 2
                margin = (z(q) * v ** 0.5 + z(.8) * psi ** 0.5) ** 2 / change ** 2
                yield dict(n=n, discordant=m, q=q, change=change, pairs=connor(psi, change, q, .8), mde=mde,
                           needed=math.ceil(connor(psi, change, q, .8)), margin=math.ceil(margin))


def means():
    for n, error, df in [(29, 0.031, 28), (40, 0.05, 4.7), (100000, 0.0011, 99999), (2, 0.5, 1)]:
        for q in (0.95, 0.975):
            yield dict(n=n, se=error, df=df, q=q, mde=(stats.t.ppf(q, df) + stats.t.ppf(.8, df)) * error,
                       needed=math.ceil((z(q) + z(.8)) ** 2 * n * error ** 2 / .05 ** 2))


def passes():
    """pass@k and pass^k by drawing every subset of k repetitions."""
    for tests in ([(5, 3), (5, 5), (5, 0), (5, 1)], [(3, 3)], [(4, 4)] * 7, [(10, 9)] * 3 + [(10, 4), (2, 1)], [(1, 1), (1, 0)]):
        for k in (1, 2, 3):
            rows = [[1] * c + [0] * (n - c) for n, c in tests if n >= k]
            if not rows:
                continue
            any_ = [np.mean([max(s) for s in itertools.combinations(row, k)]) for row in rows]
            all_ = [np.mean([min(s) for s in itertools.combinations(row, k)]) for row in rows]
            yield dict(tests=tests, k=k, **figures('any', any_), **figures('all', all_))


def figures(name, values):
    n, value = len(values), float(np.mean(values))
    if n < 2 or np.std(values) < 1e-12:
        q, share = z(.975), value
        # Wilson's ends are where (share - p)^2 = z^2 p (1 - p)/n
        lo, hi = sorted(np.roots([1 + q * q / n, -(2 * share + q * q / n), share * share]).real)
    else:
        lo, hi = stats.t.interval(.95, n - 1, value, stats.sem(values))
    return {name: value, name + '_lo': min(1, max(0, lo)), name + '_hi': min(1, max(0, hi))}


def stabilities():
    for n, c in [(5, 2), (5, 1), (10, 2), (50, 3), (50, 6), (4, 2), (1, 1), (20, 20), (9, 7)]:
        results = [1] * c + [0] * (n - c)
        pairs = list(itertools.permutations(results, 2))
        lower = stats.binomtest(min(c, n - c), n).proportion_ci(.95, method='wilson').low
        yield dict(n=n, passes=c, flip_rate=float(np.mean([a != b for a, b in pairs])) if pairs else None,
                   flaky=bool(n >= 5 and lower > .05))


def kappa_of(p):
    expected = p.sum(1) @ p.sum(0)
    return (np.trace(p) - expected) / (1 - expected)


def kappas():
    """The standard error by the delta method: the gradient of kappa over the multinomial covariance of the cells."""
    for tp, fp, fn, tn in [(40, 5, 7, 48), (90, 4, 1, 5), (10, 20, 30, 40), (3, 0, 2, 45), (1, 9, 9, 1)]:
        cells = np.array([tp, fp, fn, tn], float)
        n, p = cells.sum(), cells / cells.sum()
        of = lambda x: kappa_of(x.reshape(2, 2))
        h = 1e-20
        def slope(j):
            x = p.astype(complex)
            x[j] += 1j * h
            return of(x).imag / h
        g = np.array([slope(j) for j in range(4)])
        se = math.sqrt((g @ (np.diag(p) - np.outer(p, p)) @ g) / n)
        k = float(of(p))
        yield dict(tp=tp, fp=fp, fn=fn, tn=tn, kappa=k, se=se, lo=max(-1, k - z(.975) * se), hi=min(1, k + z(.975) * se))
    for tp, tn in [(60, 40), (5, 45)]:
        n = tp + tn
        expected = (tp * tp + tn * tn) / n ** 2
        lower = stats.binomtest(n, n).proportion_ci(.95, method='wilson').low
        yield dict(tp=tp, fp=0, fn=0, tn=tn, kappa=1.0, se=0.0, lo=(lower - expected) / (1 - expected), hi=1.0)


def krippendorffs():
    """By the matrix of coincidences."""
    for units in ([(3, 0, 4), (2, 1, 2), (0, 3, 1), (1, 0, 9)], [(2, 0, 30), (1, 1, 5), (0, 2, 15)], [(4, 3, 1), (1, 2, 1)]):
        matrix = np.zeros((2, 2))
        for a, b, times in units:
            for _ in range(times):
                for x, y in itertools.permutations([0] * a + [1] * b, 2):
                    matrix[x, y] += 1 / (a + b - 1)
        totals, n = matrix.sum(0), matrix.sum()
        observed = (matrix.sum() - np.trace(matrix)) / n
        expected = (totals.sum() ** 2 - (totals ** 2).sum()) / (n * (n - 1))
        yield dict(units=units, alpha=1 - observed / expected, count=sum(t for a, b, t in units if a + b > 1))


def ppis():
    for n, others, weighted in [(30, 370, False), (100, 300, False), (40, 0, False), (60, 200, True), (35, 10, True)]:
        judge = random.choice([-1, 0, 1], n + others, p=[.15, .7, .15]).astype(float)
        people = np.where(random.random(n) < .8, judge[:n], random.choice([-1, 0, 1], n))
        weights = random.uniform(1, 8, n).round(3) if weighted else np.ones(n)
        yield dict(people=people.tolist(), judge=judge[:n].tolist(), weights=weights.tolist(), others=judge[n:].tolist(),
                   **ppi(people, judge[:n], weights, judge[n:]))


def ppi(h, f, weights, rest):
    n, others = len(h), len(rest)
    everything = np.var(np.concatenate([f, rest]), ddof=1)
    lam = 0.0 if others == 0 else float(np.clip(np.cov(h, f)[0, 1] / ((1 + n / others) * everything), 0, 1))
    residual = h - lam * f
    mean = np.average(residual, weights=weights)
    linear = n * weights / weights.sum() * (residual - mean)
    of_others = (f.sum() + rest.sum() - n * np.average(f, weights=weights)) / others if others else 0
    delta = lam * of_others + mean
    se = math.sqrt((lam ** 2 * everything / others if others else 0) + np.var(linear, ddof=1) / n)
    reach = stats.t.ppf(.975, n - 1) * se
    return {'lambda': lam, 'delta': delta, 'se': se, 'p': 2 * stats.t.sf(abs(delta / se), n - 1),
            'lo': delta - reach, 'hi': delta + reach}


def wealth(values, lam, side):
    bets = (np.arange(1, 21) - .5) / 20
    return np.cumprod(1 + side * bets[:, None] * (np.asarray(values) - lam) / (1 + abs(lam)), axis=1).mean(0)


def bets():
    for n, drift in [(10, 0), (60, -.3), (200, .1), (120, -.15)]:
        values = random.choice([-1, 0, 1], n, p=[.15 - min(0, drift) / 2, .7 - abs(drift) / 2, .15 + max(0, drift) / 2])
        up, down, margin = wealth(values, 0, 1), wealth(values, 0, -1), wealth(values, -.1, 1)
        half = lambda lam: (wealth(values, lam, 1)[-1] + wealth(values, lam, -1)[-1]) / 2
        mean, limits = values.mean(), {}
        for name, limit in (('two', 20), ('one', 10)):
            limits[name + '_lo'] = -1 if half(-1) < limit else brentq(lambda x: half(x) - limit, -1, mean, xtol=1e-15)
            limits[name + '_hi'] = 1 if half(1) < limit else brentq(lambda x: half(x) - limit, mean, 1, xtol=1e-15)
        crossing = lambda process: int(np.argmax(process >= 20)) + 1 if np.any(process >= 20) else None
        yield dict(d=values.tolist(), two_sided=min(1, 1 / max(1, ((up + down) / 2).max())), better=min(1, 1 / max(1, up.max())),
                   worse=min(1, 1 / max(1, down.max())), worse_at=crossing(down), not_worse_at=crossing(margin), **limits)


json.dump(dict(tango=list(tangos()), wilcoxon_pratt=list(flips()), size=list(sizes()), size_of_means=list(means()),
               pass_at_k=list(passes()), stability=list(stabilities()), kappa=list(kappas()),
               krippendorff=list(krippendorffs()), ppi=list(ppis()), e_process=list(bets())),
          sys.stdout, default=float)
print()
print('numpy', np.__version__, 'scipy', scipy.__version__, file=sys.stderr)
