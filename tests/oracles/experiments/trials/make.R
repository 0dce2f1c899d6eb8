# A small study as a table of trials, and what R makes of it. Run in this folder: Rscript --vanilla make.R
suppressPackageStartupMessages({library(afex); library(lmerTest)})
set.seed(5)
trials <- expand.grid(trial = 1:4, condition = c("Happy", "Angry", "Neutral"), muscle = c("zygomaticus", "corrugator"),
                      participant = sprintf("%02d", 1:14), stringsAsFactors = FALSE)
trials$group <- ifelse(as.integer(trials$participant) <= 7, "drug", "placebo")
effect <- c(zygomaticus.Happy = .25, zygomaticus.Angry = .02, zygomaticus.Neutral = 0, corrugator.Happy = -.18, corrugator.Angry = .05, corrugator.Neutral = 0)
who <- rnorm(14, 0, .1)
cell <- rnorm(84, 0, .12)
key <- interaction(trials$participant, trials$muscle, trials$condition)
trials$value <- effect[paste(trials$muscle, trials$condition, sep = ".")] + who[as.integer(trials$participant)] + cell[as.integer(key)] + rnorm(nrow(trials), 0, .25)
# Unequal numbers of trials: some are left out.
left <- c(3, 17, 40, 41, 99, 200, 290)
order <- c(Happy = 1, Angry = 2, Neutral = 3)
out <- data.frame(participant = trials$participant, group = trials$group, condition = trials$condition, condition_order = order[trials$condition], muscle = trials$muscle,
                  trial = trials$trial, position = (order[trials$condition] - 1) * 4 + trials$trial, value = sprintf("%.17g", trials$value), measure = "log ratio to baseline (-2 to 0 s), 2 to 4 s",
                  simulated = "simulated for this test, seed 5", exclusion = "", exclusion_kind = "")
out$value[left] <- ""
out$exclusion[left] <- "baseline 3.4 SD from the participant's mean, limit 3"
out$exclusion_kind[left] <- "Baseline"
write.csv(out, "trials.csv", row.names = FALSE)

d <- read.csv("trials.csv", colClasses = c(participant = "character"))
results <- data.frame(name = character(), value = numeric())
add <- function(name, value) results[nrow(results) + 1, ] <<- list(name, value)
means <- aggregate(value ~ participant + group + muscle + condition, d, mean)   # rows without a value are left out
for (m in c("zygomaticus", "corrugator")) for (c in c("Happy", "Angry")) {
  a <- means[means$muscle == m & means$condition == c, ]; b <- means[means$muscle == m & means$condition == "Neutral", ]
  t <- t.test(a$value[order(a$participant)], b$value[order(b$participant)], paired = TRUE)
  add(paste("t", m, c), t$statistic); add(paste("p", m, c), t$p.value); add(paste("estimate", m, c), t$estimate)
}
z <- means[means$muscle == "zygomaticus", ]
a <- aov_ez("participant", "value", means, within = c("condition", "muscle"), between = "group", anova_table = list(correction = "GG"), type = 3)$anova_table
for (e in rownames(a)) { add(paste("F", e), a[e, "F"]); add(paste("numDf", e), a[e, "num Df"]); add(paste("denDf", e), a[e, "den Df"]); add(paste("pF", e), a[e, "Pr(>F)"]) }
d$condition <- factor(d$condition, levels = c("Happy", "Angry", "Neutral")); d$muscle <- factor(d$muscle, levels = c("zygomaticus", "corrugator"))
one <- d[d$muscle == "zygomaticus", ]
fit <- lmer(value ~ condition * group + (1 | participant/condition), one)
add("REML zygomaticus", REMLcrit(fit))
for (e in names(fixef(fit))) add(paste("b", e), fixef(fit)[[e]])
both <- lmer(value ~ condition * muscle * group + (1 | participant/muscle/condition), d)
add("REML both", REMLcrit(both))
write.csv(within(results, value <- sprintf("%.15g", value)), "r.csv", row.names = FALSE, quote = FALSE)
print(sessionInfo()$R.version$version.string); print(packageVersion("afex")); print(packageVersion("lme4"))
