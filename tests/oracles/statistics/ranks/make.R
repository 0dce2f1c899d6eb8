# Reference values of rank tests. Run: Rscript --vanilla make.R (in this folder). Needs R, exactRankTests and coin (Debian: r-cran-exactranktests, r-cran-coin).
suppressMessages({ library(exactRankTests); library(coin) })
out <- list()
put <- function(name, value) out[[length(out) + 1]] <<- data.frame(name = name, value = sprintf("%.17g", value))

# Data: Hollander and Wolfe's depression scores as in ?wilcox.test; sleep, airquality and InsectSprays of R; morley of R.
depression <- data.frame(first = c(1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30),
                         second = c(0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29))
permeability <- data.frame(group = rep(c("at term", "early"), c(10, 5)),
                           value = c(0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46, 1.15, 0.88, 0.90, 0.74, 1.21))
sleeping <- data.frame(first = sleep$extra[1:10], second = sleep$extra[11:20])
sprays <- subset(InsectSprays, spray %in% c("C", "D"))
sprays <- data.frame(group = as.character(sprays$spray), value = sprays$count)
ozone <- subset(airquality, Month %in% c(5, 8) & !is.na(Ozone))
ozone <- data.frame(group = ifelse(ozone$Month == 5, "May", "August"), value = ozone$Ozone)
light <- data.frame(group = ifelse(morley$Expt == 1, "first", "other"), value = morley$Speed)
for (name in c("depression", "permeability", "sleeping", "sprays", "ozone", "light"))
  write.csv(get(name), paste0(name, ".csv"), row.names = FALSE, quote = FALSE)

one <- function(name, x, ...) {
  test <- suppressWarnings(wilcox.test(x, conf.int = TRUE, ...))
  put(paste0(name, ".V"), test$statistic); put(paste0(name, ".p"), test$p.value)
  invisible(test)
}
limits <- function(name, test) {
  put(paste0(name, ".lower"), test$conf.int[1]); put(paste0(name, ".upper"), test$conf.int[2]); put(paste0(name, ".estimate"), test$estimate)
}
two <- function(name, data, ...) {
  groups <- split(data$value, data$group)
  test <- suppressWarnings(wilcox.test(groups[[1]], groups[[2]], conf.int = TRUE, ...))
  put(paste0(name, ".U"), test$statistic); put(paste0(name, ".p"), test$p.value)
  invisible(test)
}

# Signed ranks, exact, without ties.
d <- depression$first - depression$second
for (alternative in c("two.sided", "less", "greater"))
  limits(paste0("depression.", alternative), one(paste0("depression.", alternative), d, alternative = alternative))
limits("depression.mu", one("depression.mu", d, mu = 0.4, conf.level = .9))
# Ties and a zero: exact given the ranks by exactRankTests, normal by R.
s <- sleeping$first - sleeping$second
put("sleeping.exact.p", wilcox.exact(s, exact = TRUE)$p.value)
put("sleeping.exact.less.p", wilcox.exact(s, exact = TRUE, alternative = "less")$p.value)
put("sleeping.exact.pratt.p", as.numeric(pvalue(wilcoxsign_test(sleeping$first ~ sleeping$second, distribution = exact(), zero.method = "Pratt"))))
one("sleeping.normal", s, exact = FALSE)
one("sleeping.normal.plain", s, exact = FALSE, correct = FALSE)
put("sleeping.pratt.z", statistic(wilcoxsign_test(sleeping$first ~ sleeping$second, zero.method = "Pratt"), type = "standardized"))
# One sample of 100, normal.
one("light.normal", light$value - 850, exact = FALSE)
put("light.median", { w <- outer(light$value, light$value, "+") / 2; median(w[!lower.tri(w)]) })

# Rank sums, exact, without ties.
for (alternative in c("two.sided", "less", "greater"))
  limits(paste0("permeability.", alternative), two(paste0("permeability.", alternative), permeability, alternative = alternative))
limits("permeability.mu", two("permeability.mu", permeability, mu = 0.1, conf.level = .9))
# Ties: exact given the ranks by coin, normal by R.
sprays$group <- factor(sprays$group); ozone$group <- factor(ozone$group); light$group <- factor(light$group)
put("sprays.exact.p", as.numeric(pvalue(wilcox_test(value ~ group, sprays, distribution = exact()))))
put("sprays.exact.less.p", as.numeric(pvalue(wilcox_test(value ~ group, sprays, distribution = exact(), alternative = "less"))))
two("sprays.normal", sprays, exact = FALSE)
two("sprays.normal.greater", sprays, exact = FALSE, alternative = "greater")
put("ozone.exact.p", as.numeric(pvalue(wilcox_test(value ~ group, ozone, distribution = exact()))))
two("ozone.normal", ozone, exact = FALSE, correct = FALSE)
put("ozone.shift", { g <- split(ozone$value, ozone$group); median(outer(g[[1]], g[[2]], "-")) })
two("light.two", light, exact = FALSE)
# Unequal sizes with ties: the permutation distribution is not symmetric.
few <- data.frame(group = factor(rep(c("a", "b"), c(4, 9))), value = c(1, 2, 2, 3, 2, 3, 3, 4, 4, 5, 5, 5, 6))
put("few.exact.p", as.numeric(pvalue(wilcox_test(value ~ group, few, distribution = exact()))))
put("few.exact.less.p", as.numeric(pvalue(wilcox_test(value ~ group, few, distribution = exact(), alternative = "less"))))
# Far in the tail.
put("apart.p", wilcox.test(1:40 + 100, 1:45 + 0.5)$p.value)
put("signs.p", wilcox.test(1:49)$p.value)

write.csv(do.call(rbind, out), "expected.csv", row.names = FALSE, quote = FALSE)
