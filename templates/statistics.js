// The statistics of a comparison that a reader puts together in the browser: two sets of runs, two failure shares, and the verdicts.
//
// This is Sources/RunStatistics once more, the part that compares sets. Every number has the same bits as the program's, because both
// use the same operations in the same order, and only such as IEEE 754 fixes: + − × ÷, √, comparison and rounding down. A change here
// is a change there; the tests hold the two together. A classic script, so that it works from file:// too.
var sitegenStatistics = (function () {
  "use strict";

  var standardRules = { leastRuns: 10, leastPairs: 6, leastChange: 0.05, falseDiscoveryRate: 0.05, intervalConfidence: 0.95 };

  var squareRootOfTwo = 1.4142135623730951;
  var squareRootOfPi = 1.772453850905516;
  var squareRootOfTwoPi = 2.5066282746310007;

  // PortableMath

  function exp(x) {
    if (!(x > -746)) return x !== x ? x : 0;
    if (!(x < 710)) return Infinity;
    var k = Math.floor(x * 1.4426950408889634 + 0.5);
    var r = x - k * 0.6931471805582987 - k * 1.6465949582897082e-12;
    var power = 1;
    for (var n = 14; n >= 1; n -= 1) power = 1 + r * power / n;
    if (k > 0) {
      power *= 2;
      k -= 1;
    }
    return power * powerOfTwo(k);
  }

  function powerOfTwo(k) {
    var factor = k < 0 ? 0.5 : 2;
    var left = k < 0 ? -k : k;
    var power = 1;
    while (left > 0) {
      var half = Math.floor(left / 2);
      if (half * 2 < left) power *= factor;
      factor *= factor;
      left = half;
    }
    return power;
  }

  function erf(x) {
    var term = x;
    var sum = 0;
    var n = 1;
    while (sum + term !== sum) {
      sum += term;
      term = term * (2 * x * x) / (2 * n + 1);
      n += 1;
    }
    return 2 * exp(-(x * x)) * sum / squareRootOfPi;
  }

  function erfc(x) {
    if (!(x >= 0)) return x !== x ? x : 2 - erfc(-x);
    if (!(x >= 2)) return 1 - erf(x);
    if (!(x < 28)) return 0;
    var fraction = x;
    for (var level = 80; level >= 1; level -= 1) fraction = x + level / 2 / fraction;
    var scaled = x * 134217729;
    var upper = scaled - (scaled - x);
    return exp(-(upper * upper)) * exp(-((x - upper) * (x + upper))) / (squareRootOfPi * fraction);
  }

  // NormalDistribution

  function normalUpperTail(z) {
    return 0.5 * erfc(z / squareRootOfTwo);
  }

  function normalUpperQuantile(p) {
    if (!(p <= 0.5)) return p < 1 ? -normalUpperQuantile(1 - p) : -Infinity;
    if (!(p > 0)) return Infinity;
    var z = 0;
    for (;;) {
      var root = z / squareRootOfTwo;
      var excess = p > 0.2 ? 0.5 - p - 0.5 * erf(root) : 0.5 * erfc(root) - p;
      var next = z + excess * squareRootOfTwoPi / exp(-(z * z) / 2);
      if (next <= z) return z;
      z = next;
    }
  }

  // RunStatistics and its intervals

  // + 0 turns −0 into 0, which would sort differently in Swift.
  function ascending(values) {
    return new Float64Array(values.map(function (value) { return value + 0; })).sort();
  }

  function median(sorted) {
    var position = 0.5 * (sorted.length - 1);
    var below = Math.floor(position);
    if (!(below + 1 < sorted.length)) return sorted[below];
    return sorted[below] + (sorted[below + 1] - sorted[below]) * (position - below);
  }

  function interval(lower, upper) {
    return { lower: lower, upper: upper };
  }

  function medianInterval(sorted, confidence) {
    var outside = fairCoinMost(sorted.length, (1 - confidence) / 2);
    return outside === null ? null : interval(sorted[outside], sorted[sorted.length - 1 - outside]);
  }

  // FairCoin

  function fairCoinMost(n, probability) {
    var weights = [];
    var weight = 1;
    var k;
    for (k = Math.floor(n / 2); k >= 0; k -= 1) {
      weights.push(weight);
      weight = weight * k / (n - k + 1);
    }
    weights.reverse();
    var half = total(weights);
    var all = n % 2 === 0 ? 2 * half - 1 : 2 * half;
    var sum = 0;
    for (k = 0; k < weights.length; k += 1) {
      sum += weights[k];
      if (sum / all > probability) return k > 0 ? k - 1 : null;
    }
    return weights.length - 1;
  }

  function total(values) {
    var sum = 0;
    for (var i = 0; i < values.length; i += 1) sum += values[i];
    return sum;
  }

  // RankDistribution

  function ranksAreExact(n1, n2) {
    return Math.min(n1, n2) <= 8;
  }

  function rankUpperTail(n1, n2, u) {
    return total(rankCounts(n1, n2, n1 * n2 - u)) / rankArrangements(n1, n2);
  }

  function pairsOutside(n1, n2, confidence) {
    var tail = (1 - confidence) / 2;
    var outside;
    if (!ranksAreExact(n1, n2)) {
      var deviation = Math.sqrt(n1 * n2 * (n1 + n2 + 1) / 12);
      outside = Math.floor(n1 * n2 / 2 - 0.5 - normalUpperQuantile(tail) * deviation);
      return outside >= 0 ? outside : null;
    }
    var all = rankArrangements(n1, n2);
    var counts = rankCounts(n1, n2, Math.floor(n1 * n2 / 2));
    var below = 0;
    outside = -1;
    for (var u = 0; u < counts.length; u += 1) {
      below += counts[u];
      if (below / all > tail) break;
      outside += 1;
    }
    return outside >= 0 ? outside : null;
  }

  function rankArrangements(n1, n2) {
    var few = Math.min(n1, n2);
    var many = Math.max(n1, n2);
    var product = 1;
    for (var i = 1; i <= few; i += 1) product = product * (many + i) / i;
    return product;
  }

  function rankCounts(n1, n2, last) {
    var few = Math.min(n1, n2);
    var many = Math.max(n1, n2);
    var counts = new Float64Array(last + 1);
    counts[0] = 1;
    for (var i = 1; i <= few; i += 1) {
      var u;
      for (u = last; u >= many + i; u -= 1) counts[u] -= counts[u - many - i];
      for (u = i; u <= last; u += 1) counts[u] += counts[u - i];
    }
    return counts;
  }

  // MannWhitneyTest and RankOrder, of sorted values

  function rankTest(a, b) {
    var order = rankOrder(a, b);
    var n1 = a.length;
    var n2 = b.length;
    var greater = Math.max(order.u, n1 * n2 - order.u);
    if (ranksAreExact(n1, n2) && order.ties === 0) return Math.min(1, 2 * rankUpperTail(n1, n2, greater));
    var n = n1 + n2;
    var deviation = Math.sqrt(n1 * n2 / 12 * (n + 1 - order.ties / (n * (n - 1))));
    var excess = greater - n1 * n2 / 2 - 0.5;
    return deviation > 0 ? Math.min(1, 2 * normalUpperTail(excess / deviation)) : 1;
  }

  function rankOrder(a, b) {
    var u = 0;
    var ties = 0;
    var i = 0;
    var j = 0;
    while (i < a.length || j < b.length) {
      var value = i < a.length && (j === b.length || a[i] <= b[j]) ? a[i] : b[j];
      var below = i;
      var start = j;
      while (i < a.length && a[i] === value) i += 1;
      while (j < b.length && b[j] === value) j += 1;
      u += (j - start) * (below + (i - below) / 2);
      var t = i - below + (j - start);
      ties += t * t * t - t;
    }
    return { u: u, ties: ties };
  }

  // HodgesLehmann

  function shift(a, b, confidence) {
    var differences = pairs(a, b, function (first, second) { return second - first; });
    var middle = middleOf(differences);
    return estimateWithInterval(middle.lower + (middle.upper - middle.lower) / 2, differences, a.length, b.length, confidence);
  }

  function ratio(a, b, confidence) {
    if (!(a[0] > 0) || !(b[0] > 0)) return null;
    var ratios = pairs(a, b, function (first, second) { return second / first; });
    var middle = middleOf(ratios);
    var estimate = middle.lower === middle.upper ? middle.lower : Math.sqrt(middle.lower * middle.upper);
    return estimateWithInterval(estimate, ratios, a.length, b.length, confidence);
  }

  function pairs(a, b, combine) {
    var values = new Float64Array(a.length * b.length);
    for (var i = 0; i < a.length; i += 1) {
      for (var j = 0; j < b.length; j += 1) values[i * b.length + j] = combine(a[i], b[j]);
    }
    return values.sort();
  }

  function middleOf(sorted) {
    return interval(sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]);
  }

  function estimateWithInterval(estimate, sorted, n1, n2, confidence) {
    var outside = pairsOutside(n1, n2, confidence);
    return {
      estimate: estimate,
      interval: outside === null ? null : interval(sorted[outside], sorted[sorted.length - 1 - outside])
    };
  }

  // WilsonInterval

  function wilsonInterval(count, of, confidence) {
    if (!(of > 0 && count >= 0 && count <= of)) return null;
    var share = count / of;
    var z = normalUpperQuantile((1 - confidence) / 2);
    var square = z * z;
    var centre = (share + square / (2 * of)) / (1 + square / of);
    var reach = z / (1 + square / of) * Math.sqrt(share * (1 - share) / of + square / (4 * of * of));
    return interval(count === 0 ? 0 : centre - reach, count === of ? 1 : centre + reach);
  }

  // FisherExactTest

  function fisherTest(a, b) {
    var n1 = a.of;
    var n2 = b.of;
    var marked = a.failed + b.failed;
    var least = Math.max(0, marked - n2);
    var most = Math.min(n1, marked);
    var mode = Math.min(Math.max(Math.floor((marked + 1) * (n1 + 1) / (n1 + n2 + 2)), least), most);
    var weights = [];
    var k;
    weights[mode - least] = 1;
    for (k = mode; k > least; k -= 1) {
      weights[k - 1 - least] = weights[k - least] * (k * (n2 - marked + k)) / ((n1 - k + 1) * (marked - k + 1));
    }
    for (k = mode; k < most; k += 1) {
      weights[k + 1 - least] = weights[k - least] * ((n1 - k) * (marked - k)) / ((k + 1) * (n2 - marked + k + 1));
    }
    var limit = weights[a.failed - least] * (1 + 1e-10);
    var sum = 0;
    var all = 0;
    for (k = 0; k < weights.length; k += 1) {
      all += weights[k];
      if (weights[k] <= limit) sum += weights[k];
    }
    return Math.min(1, sum / all);
  }

  // Difference

  function isLarge(difference, ratio, from, rules) {
    if (ratio !== null) return Math.abs(ratio - 1) >= rules.leastChange;
    return difference !== 0 && Math.abs(difference) >= rules.leastChange * Math.abs(from);
  }

  function center(sorted, confidence) {
    return { n: sorted.length, value: median(sorted), interval: medianInterval(sorted, confidence) };
  }

  // One set of runs against another, by their central values: lists of finite numbers.
  // null if a side is empty or has something else.
  function between(a, b, rules) {
    rules = rules || standardRules;
    if (a.length === 0 || b.length === 0 || a.concat(b).some(isNaN)) return null;
    a = ascending(a);
    b = ascending(b);
    var confidence = rules.intervalConfidence;
    var byShift = shift(a, b, confidence);
    var byRatio = ratio(a, b, confidence);
    var before = center(a, confidence);
    return {
      a: before,
      b: center(b, confidence),
      difference: byShift.estimate,
      ratio: byRatio === null ? null : byRatio.estimate,
      interval: byRatio === null ? byShift.interval : byRatio.interval,
      p: Math.min(a.length, b.length) >= rules.leastRuns ? rankTest(a, b) : null,
      passes: isLarge(byShift.estimate, byRatio === null ? null : byRatio.estimate, before.value, rules)
    };
  }

  // One share of failures against another, each as { failed, of }. null where nothing was tried on a side.
  function ofRates(a, b, rules) {
    rules = rules || standardRules;
    var before = wilsonInterval(a.failed, a.of, rules.intervalConfidence);
    var after = wilsonInterval(b.failed, b.of, rules.intervalConfidence);
    if (before === null || after === null) return null;
    var first = a.failed / a.of;
    var second = b.failed / b.of;
    var down = [second - after.lower, after.upper - second];
    var up = [first - before.lower, before.upper - first];
    var crossed = b.failed * a.of - a.failed * b.of;
    var difference = crossed / (a.of * b.of);
    return {
      a: { n: a.of, value: first, interval: before },
      b: { n: b.of, value: second, interval: after },
      difference: difference,
      ratio: null,
      interval: interval(
        difference - Math.sqrt(down[0] * down[0] + up[1] * up[1]),
        difference + Math.sqrt(down[1] * down[1] + up[0] * up[0])
      ),
      p: Math.min(a.of, b.of) >= rules.leastRuns ? fisherTest(a, b) : null,
      passes: crossed !== 0 && Math.abs(crossed) >= rules.leastChange * (a.failed * b.of)
    };
  }

  // BenjaminiHochberg

  function adjusted(p) {
    var order = p.map(function (_, index) { return index; }).sort(function (i, j) { return p[i] - p[j]; });
    var values = [];
    var least = 1;
    for (var rank = p.length - 1; rank >= 0; rank -= 1) {
      least = Math.min(least, p[order[rank]] * p.length / (rank + 1));
      values[order[rank]] = least;
    }
    return values;
  }

  // Family

  // Judges series together, each as { difference, better } with better one of "lower", "higher" and "neither".
  // Gives { verdict, pAdjusted } for each, in the order given.
  function judge(members, rules) {
    rules = rules || standardRules;
    var tested = members.filter(isTested);
    var rates = adjusted(tested.map(function (member) { return member.difference.p; }));
    return members.map(function (member) {
      if (!isTested(member)) return { verdict: member.better === "neither" ? "not_comparable" : "not_enough_data", pAdjusted: null };
      var rate = rates.shift();
      var isChange = member.difference.passes && rate <= rules.falseDiscoveryRate;
      return { verdict: isChange ? direction(member) : "no_change", pAdjusted: rate };
    });
  }

  function isTested(member) {
    return member.better !== "neither" && member.difference.p !== null;
  }

  function direction(member) {
    var isHigher = member.difference.ratio === null ? member.difference.difference > 0 : member.difference.ratio > 1;
    return isHigher === (member.better === "higher") ? "improvement" : "regression";
  }

  return {
    standardRules: standardRules, between: between, ofRates: ofRates, judge: judge,
    // What the other statistics are made of, too.
    exp: exp, normalUpperTail: normalUpperTail, normalUpperQuantile: normalUpperQuantile, ascending: ascending, median: median,
    middleOf: middleOf, interval: interval, isLarge: isLarge, squareRootOfTwo: squareRootOfTwo
  };
})();
