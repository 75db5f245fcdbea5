# Reference values of the formulas in docs/statistics.md by established R packages:
#   Rscript bench/reference/statistics.R > src/test/resources/statistics/r.json
# Debian: r-base-core r-cran-coin r-cran-clubsandwich r-cran-vcd r-cran-jsonlite
suppressPackageStartupMessages({
  library(coin); library(clubSandwich); library(vcd); library(jsonlite)
})
set.seed(20261126)

quantiles <- list()
for (p in c(0.6, 0.8, 0.9, 0.95, 0.975, 0.995, 0.9999)) {
  quantiles <- c(quantiles, list(list(p = p, z = qnorm(p))))
  for (df in c(1, 1.37, 2, 4.25, 9, 29, 29.5, 312.75, 99999))
    quantiles <- c(quantiles, list(list(p = p, df = df, t = qt(p, df))))
}

wilson <- list()
for (x in list(c(0, 10), c(1, 10), c(5, 10), c(10, 10), c(77, 100), c(3, 100000)))
  for (level in c(0.9, 0.95)) {
    ci <- prop.test(x[1], x[2], conf.level = level, correct = FALSE)$conf.int
    wilson <- c(wilson, list(list(successes = x[1], n = x[2], level = level, lo = ci[1], hi = ci[2])))
  }

# The mid-p by the binomial distribution itself.
midp <- list()
for (pairs in list(c(20, 3, 9), c(100, 5, 15), c(100, 10, 10), c(100, 0, 0), c(50, 0, 7), c(50, 7, 0), c(1, 1, 0),
                   c(400, 41, 60), c(100000, 4013, 4208), c(100000, 40130, 40580))) {
  i <- pairs[2]; r <- pairs[3]; m <- i + r; k <- min(i, r)
  upper <- function(w) pbinom(w, m, 0.5, lower.tail = FALSE) + dbinom(w, m, 0.5) / 2
  two <- if (m == 0) 1 else 2 * pbinom(k, m, 0.5) - dbinom(k, m, 0.5)
  midp <- c(midp, list(list(n = pairs[1], improved = i, regressed = r,
                            two_sided = min(1, two), worse = upper(r), better = upper(i))))
}

paired <- list()
for (n in c(2, 7, 30, 200)) {
  d <- round(rnorm(n, 0.1, 0.4), 3)
  for (alternative in c("two.sided", "less", "greater")) {
    level <- if (alternative == "two.sided") 0.95 else 0.9
    test <- t.test(d, alternative = alternative)
    ci <- t.test(d, conf.level = level)$conf.int
    paired <- c(paired, list(list(d = d, alternative = alternative, p = test$p.value, lo = ci[1], hi = ci[2],
                                  effect = mean(d) / sd(d))))
  }
}

# CR2 with Satterthwaite degrees of freedom, which for a mean are those of Bell and McCaffrey.
cluster <- list()
for (sizes in list(rep(10, 30), c(2, 3, 5, 1, 1, 1, 9), c(50, rep(5, 10)), c(4, 6), c(150, rep(10, 15)), c(1, 1, 1, 40))) {
  g <- rep(seq_along(sizes), sizes)
  d <- round(rnorm(length(g), 0.05, 0.3) + rnorm(length(sizes), 0, 0.2)[g], 3)
  fit <- lm(d ~ 1)
  test <- coef_test(fit, vcov = "CR2", cluster = g, test = "Satterthwaite")
  ci <- conf_int(fit, vcov = "CR2", cluster = g, test = "Satterthwaite", level = 0.95)
  cluster <- c(cluster, list(list(d = d, cluster = g, delta = unname(coef(fit)), se = test$SE, df = test$df,
                                  p = test$p_Satt, lo = ci$CI_L, hi = ci$CI_U)))
}

# coin answers 1 - P(W = k)/2 where both sides are equal; the specification says 1 there.
pratt <- list()
for (n in c(2, 3, 6, 9, 15, 22, 29)) for (kind in 1:3) {
  d <- switch(kind, sample(-5:5, n, replace = TRUE) / 5, round(rnorm(n, 0.2), 3), sample(c(-1, 0, 0, 1, 1), n, replace = TRUE) / 3)
  if (all(d == 0)) d[1] <- 1 / 3
  zero <- rep(0, n)
  p <- function(alternative)
    as.numeric(midpvalue(wilcoxsign_test(d ~ zero, zero.method = "Pratt", distribution = "exact", alternative = alternative)))
  ranks <- rank(abs(round(d, 12))); plus <- sum(ranks[d > 0]); minus <- sum(ranks[d < 0])
  pratt <- c(pratt, list(list(d = d, two_sided = if (plus == minus) 1 else p("two.sided"), worse = p("less"),
                              better = p("greater"), effect = (plus - minus) / (plus + minus))))
}

holm <- list()
for (n in c(1, 2, 5, 20)) {
  p <- round(runif(n)^3, 6)
  holm <- c(holm, list(list(p = I(p), adjusted = I(p.adjust(p, "holm")))))
}

percentile <- list()
for (n in c(1, 2, 9, 100)) {
  x <- sort(round(rexp(n) * 1000, 3))
  for (at in c(0.5, 0.95))
    percentile <- c(percentile, list(list(values = I(x), fraction = at, value = unname(quantile(x, at, type = 7)))))
}

drift <- list()
for (runs in list(list(c(5, 5, 5), c(5, 2, 4)), list(c(10, 20), c(3, 15)), list(c(1, 2, 3, 4, 5, 6), c(0, 2, 1, 4, 2, 6)))) {
  n <- runs[[1]]; passes <- runs[[2]]
  test <- suppressWarnings(chisq.test(rbind(passes, n - passes), correct = FALSE))
  drift <- c(drift, list(list(n = n, passes = passes, statistic = unname(test$statistic), df = unname(test$parameter),
                              p = test$p.value)))
}

# vcd's ASE is the standard error of Fleiss, Cohen and Everitt for a kappa that isn't 0.
kappa <- list()
for (x in list(c(40, 5, 7, 48), c(90, 4, 1, 5), c(10, 20, 30, 40), c(30, 25, 20, 25), c(3, 0, 2, 45))) {
  table <- matrix(c(x[1], x[3], x[2], x[4]), 2)  # rows: the judge, columns: people
  k <- Kappa(table)$Unweighted
  kappa <- c(kappa, list(list(tp = x[1], fp = x[2], fn = x[3], tn = x[4], kappa = unname(k["value"]), se = unname(k["ASE"]))))
}

ratio <- list()
for (n in c(2, 12, 80)) {
  ratios <- round(rlnorm(n, 0.1, 0.3), 4)
  test <- t.test(log(ratios))
  ratio <- c(ratio, list(list(ratios = ratios, value = unname(exp(test$estimate)), lo = exp(test$conf.int[1]),
                              hi = exp(test$conf.int[2]))))
}

cat(toJSON(list(quantiles = quantiles, wilson = wilson, midp = midp, paired_t = paired, cluster_t = cluster,
                wilcoxon_pratt = pratt, holm = holm, percentile = percentile, drift = drift, kappa = kappa,
                ratio = ratio),
           auto_unbox = TRUE, digits = I(17), pretty = FALSE), "\n")
cat(R.version.string, "coin", format(packageVersion("coin")), "clubSandwich", format(packageVersion("clubSandwich")),
    "vcd", format(packageVersion("vcd")), "\n", file = stderr())
