# Reference values of the basics: t tests, effect sizes, equivalence, Bayes factors, descriptives, within-subject intervals, proportions, adjusted p.
# Writes the data sets to data/ and one table a topic. Run here: OMP_NUM_THREADS=1 Rscript --vanilla make.R
options(digits = 17, warn = 2)
save <- function(table, name) {
  numeric <- sapply(table, is.numeric)
  table[numeric] <- lapply(table[numeric], function(x) format(x, digits = 17, trim = TRUE, scientific = TRUE))
  write.csv(table, name, row.names = FALSE, quote = FALSE)
}
keep <- function(table, name) write.csv(table, file.path("data", paste0(name, ".csv")), row.names = FALSE, quote = FALSE)

# Data: R's own (datasets, MASS).
keep(sleep, "sleep")
keep(ToothGrowth, "ToothGrowth")
keep(MASS::anorexia, "anorexia")
keep(data.frame(Expt = morley$Expt, Run = morley$Run, Speed = morley$Speed), "morley")
keep(data.frame(model = gsub(",", "", rownames(mtcars)), mpg = mtcars$mpg, am = mtcars$am, vs = mtcars$vs), "mtcars")
keep(InsectSprays, "InsectSprays")
keep(data.frame(Subject = 1:nrow(ChickWeight), Chick = as.character(ChickWeight$Chick), Time = ChickWeight$Time, weight = ChickWeight$weight), "ChickWeight")

samples <- list(
  sleep = list(sleep$extra[sleep$group == 1], sleep$extra[sleep$group == 2]),
  tooth = list(ToothGrowth$len[ToothGrowth$supp == "OJ"], ToothGrowth$len[ToothGrowth$supp == "VC"]),
  anorexia = list(MASS::anorexia$Postwt[MASS::anorexia$Treat == "FT"], MASS::anorexia$Prewt[MASS::anorexia$Treat == "FT"]),
  mtcars = list(mtcars$mpg[mtcars$am == 1], mtcars$mpg[mtcars$am == 0]),
  insects = list(InsectSprays$count[InsectSprays$spray == "C"], InsectSprays$count[InsectSprays$spray == "D"]),
  morley = list(morley$Speed[morley$Expt == 1], morley$Speed[morley$Expt == 2]))

# The noncentrality at which an observed t has the given upper tail. R's pt is good to 1e-12 absolutely.
limit <- function(t, df, tail) uniroot(function(ncp) suppressWarnings(pt(t, df, ncp)) - tail, c(max(-37, t - 30), min(37, t + 30)), tol = 1e-14)$root
hedges <- function(df) exp(lgamma(df / 2) - log(df / 2) / 2 - lgamma((df - 1) / 2))

cases <- expand.grid(data = names(samples), kind = c("OneSample", "Paired", "Welch", "Student"), alternative = c("two.sided", "less", "greater"),
                     mu = c(0, 1.5), level = c(0.95, 0.8), stringsAsFactors = FALSE)
cases <- cases[!(cases$kind == "Paired" & cases$data %in% c("mtcars")), ]
# Noncentralities above 37.6 are beyond R's pt: a mean of 900 km/s in units of its spread is no effect size anyway.
cases <- cases[!(cases$kind == "OneSample" & cases$data == "morley") & !(cases$kind == "OneSample" & cases$data == "anorexia"), ]
save(do.call(rbind, lapply(seq_len(nrow(cases)), function(i) {
  case <- cases[i, ]
  x <- samples[[case$data]][[1]]; y <- samples[[case$data]][[2]]
  test <- switch(case$kind,
    OneSample = t.test(x, alternative = case$alternative, mu = case$mu, conf.level = case$level),
    Paired = t.test(x, y, paired = TRUE, alternative = case$alternative, mu = case$mu, conf.level = case$level),
    Welch = t.test(x, y, alternative = case$alternative, mu = case$mu, conf.level = case$level),
    Student = t.test(x, y, var.equal = TRUE, alternative = case$alternative, mu = case$mu, conf.level = case$level))
  one <- case$kind %in% c("OneSample", "Paired")
  values <- if (case$kind == "Paired") x - y else x
  n1 <- length(x); n2 <- length(y)
  df <- if (one) n1 - 1 else n1 + n2 - 2
  sd <- if (one) sd(values) else sqrt(((n1 - 1) * var(x) + (n2 - 1) * var(y)) / df)
  scale <- if (one) 1 / sqrt(n1) else sqrt(1 / n1 + 1 / n2)
  estimate <- if (one) mean(values) else mean(x) - mean(y)
  d <- (estimate - case$mu) / sd
  tail <- (1 - case$level) / 2
  data.frame(case, t = test$statistic, df = test$parameter, p = test$p.value, estimate = estimate, se = test$stderr, lower = test$conf.int[1],
             upper = test$conf.int[2], d = d, dlower = scale * limit(d / scale, df, 1 - tail), dupper = scale * limit(d / scale, df, tail), g = hedges(df) * d)
})), "ttests.csv")

# Equivalence: the two one-sided tests that t.test makes.
save(do.call(rbind, lapply(names(samples)[c(1, 2, 5, 6)], function(name) do.call(rbind, lapply(c("Paired", "Welch"), function(kind) {
  x <- samples[[name]][[1]]; y <- samples[[name]][[2]]; bound <- 0.75 * sd(x)
  test <- function(mu, alternative) t.test(x, y, paired = kind == "Paired", mu = mu, alternative = alternative)
  above <- test(-bound, "greater"); below <- test(bound, "less")
  data.frame(data = name, kind, bound, lowert = above$statistic, lowerp = above$p.value, uppert = below$statistic, upperp = below$p.value)
})))), "tost.csv")

# JZS Bayes factor: Rouder et al. (2009), equation 1, generalised by the prior scale; by adaptive quadrature over log g.
jzs <- function(t, n, df, r) {
  integrand <- function(u) { g <- exp(u); a <- 1 + n * r^2 * g
    exp(-log(a) / 2 + (df + 1) / 2 * (log1p(t^2 / df) - log1p(t^2 / (a * df))) - log(2 * pi) / 2 - u / 2 - 1 / (2 * g)) }
  sum(sapply(seq(-8, 59, by = 0.5), function(left) integrate(integrand, left, left + 0.5, rel.tol = 1e-13, abs.tol = 0)$value))
}
bf <- expand.grid(t = c(0, 0.4, 1.7, 2.24, 4.0621276868, 9), n = c(2, 10, 34, 120, 2000), r = c(sqrt(2) / 2, 1))
save(cbind(bf, logbf = mapply(function(t, n, r) log(jzs(t, n, n - 1, r)), bf$t, bf$n, bf$r)), "bayesfactors.csv")

# Descriptives; skewness and kurtosis of type 2 by e1071.
series <- list(sleep = sleep$extra, tooth = ToothGrowth$len, morley = morley$Speed, mpg = mtcars$mpg, insects = InsectSprays$count, weight = ChickWeight$weight)
save(do.call(rbind, lapply(names(series), function(name) {
  x <- series[[name]]; n <- length(x); ci <- t.test(x)$conf.int; k <- qbinom(0.025, n, 0.5)
  while (k > 0 && pbinom(k - 1, n, 0.5) > 0.025) k <- k - 1
  data.frame(data = name, n, mean = mean(x), sd = sd(x), lower = ci[1], upper = ci[2], sdlower = sd(x) * sqrt((n - 1) / qchisq(0.975, n - 1)),
             sdupper = sd(x) * sqrt((n - 1) / qchisq(0.025, n - 1)), median = median(x), medianlower = sort(x)[k], medianupper = sort(x)[n + 1 - k],
             q1 = quantile(x, 0.25)[[1]], q3 = quantile(x, 0.75)[[1]], skewness = e1071::skewness(x, type = 2), kurtosis = e1071::kurtosis(x, type = 2),
             r1 = acf(x, lag.max = 1, plot = FALSE)$acf[2])
})), "descriptives.csv")

# Within-subject intervals by the formulae of Cousineau (2005) and Morey (2008): 45 chicks weighed on all of twelve days.
wide <- reshape(as.data.frame(ChickWeight)[c("Chick", "Time", "weight")], idvar = "Chick", timevar = "Time", direction = "wide")
wide <- as.matrix(na.omit(wide)[, -1]); days <- ncol(wide); n <- nrow(wide)
normed <- wide - rowMeans(wide) + mean(wide)
half <- qt(0.975, n - 1) * apply(normed, 2, sd) / sqrt(n) * sqrt(days / (days - 1))
save(data.frame(time = as.numeric(sub("weight.", "", colnames(wide))), n, mean = colMeans(wide), lower = colMeans(wide) - half, upper = colMeans(wide) + half), "within.csv")

# One proportion.
one <- expand.grid(x = c(0, 1, 7, 19, 20), n = c(20, 57), p = c(0.5, 0.03, 0.8), alternative = c("two.sided", "less", "greater"), stringsAsFactors = FALSE)
one <- rbind(one, data.frame(x = c(5100, 30), n = c(10000, 1000000), p = c(0.5, 2e-5), alternative = "two.sided"))
save(do.call(rbind, lapply(seq_len(nrow(one)), function(i) {
  case <- one[i, ]
  exact <- binom.test(case$x, case$n, case$p, case$alternative)
  score <- suppressWarnings(prop.test(case$x, case$n, case$p, case$alternative, correct = FALSE))$conf.int
  data.frame(case, pvalue = exact$p.value, exactlower = exact$conf.int[1], exactupper = exact$conf.int[2], lower = score[1], upper = score[2])
})), "proportions.csv")

# Two proportions: pooled score test; Newcombe's interval from both score intervals.
two <- data.frame(x1 = c(15, 8, 0, 30, 420), n1 = c(20, 23, 11, 30, 1000), x2 = c(8, 7, 4, 21, 380), n2 = c(22, 19, 15, 29, 980))
save(do.call(rbind, lapply(seq_len(nrow(two)), function(i) {
  case <- two[i, ]; score <- function(x, n) suppressWarnings(prop.test(x, n, correct = FALSE))$conf.int
  p1 <- case$x1 / case$n1; p2 <- case$x2 / case$n2; s1 <- score(case$x1, case$n1); s2 <- score(case$x2, case$n2)
  test <- suppressWarnings(prop.test(c(case$x1, case$x2), c(case$n1, case$n2), correct = FALSE))
  data.frame(case, chisq = test$statistic, p = test$p.value, lower = p1 - p2 - sqrt((p1 - s1[1])^2 + (s2[2] - p2)^2), upper = p1 - p2 + sqrt((s1[2] - p1)^2 + (p2 - s2[1])^2))
})), "twoproportions.csv")

# Fisher's test: p alone (R seeks its odds ratio and interval to four digits; those are from SciPy, make.py).
tables <- data.frame(a = c(3, 10, 0, 12, 60, 5), b = c(1, 2, 7, 5, 41, 0), c = c(1, 3, 6, 0, 33, 2), d = c(3, 15, 4, 9, 70, 8))
save(do.call(rbind, lapply(seq_len(nrow(tables)), function(i) {
  m <- matrix(unlist(tables[i, ]), 2, byrow = TRUE)
  data.frame(tables[i, ], two = fisher.test(m)$p.value, less = fisher.test(m, alternative = "less")$p.value, greater = fisher.test(m, alternative = "greater")$p.value)
})), "fisher.csv")

# Adjusted p.
p <- c(0.01, 0.02, 0.03, 0.04, NA, 0.0004, 0.2, 0.04, 1, 0)
save(data.frame(p, bonferroni = p.adjust(p, "bonferroni"), holm = p.adjust(p, "holm"), bh = p.adjust(p, "BH"), by = p.adjust(p, "BY")), "adjusted.csv")
