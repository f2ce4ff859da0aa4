// The statistics of failures: what the runs of two sides tried, and how much of it failed.
//
// This is Difference.ofAttempts of Sources/RunStatistics once more, with the same bits as the program's, as in statistics.js, which it needs.
var sitegenFailureStatistics = (function () {
  "use strict";

  // Each side as a list of { failed, of }. null where nothing was tried on one.
  function ofAttempts(a, b, rules) {
    const [first, second] = [pooled(a), pooled(b)];
    const difference = sitegenStatistics.ofRates(first, second, rules);
    if (difference === null) return null;
    const excess = excessOf(a.filter(({ of }) => of > 0), b.filter(({ of }) => of > 0));
    if (!(excess > 1)) return difference;
    const worth = sitegenStatistics.ofRates(divided(first, excess), divided(second, excess), rules);
    if (worth === null) return difference;
    return {
      ...difference, p: worth.p, interval: worth.interval,
      a: { ...difference.a, interval: worth.a.interval }, b: { ...difference.b, interval: worth.b.interval }
    };
  }

  function pooled(runs) {
    return runs.reduce((sum, { failed, of }) => ({ failed: sum.failed + failed, of: sum.of + of }), { failed: 0, of: 0 });
  }

  // By how much the runs scatter more than chance allows. Runs that tried one thing each can't scatter.
  function excessOf(a, b) {
    const [first, second] = [pooled(a), pooled(b)];
    const runs = a.length + b.length;
    if (runs <= 2 || first.of + second.of <= runs) return 1;
    return (squares(a, first) + squares(b, second)) / (runs - 2);
  }

  function squares(runs, { failed, of }) {
    const rate = failed / of;
    if (!(rate > 0 && rate < 1)) return 0;
    return runs.reduce((sum, run) => {
      const excess = run.failed - rate * run.of;
      return sum + excess * excess / (run.of * rate * (1 - rate));
    }, 0);
  }

  function divided({ failed, of }, excess) {
    const whole = Math.floor(of / excess);
    return { failed: Math.min(whole, Math.floor(failed / excess + 0.5)), of: whole };
  }

  return { ofAttempts };
})();
