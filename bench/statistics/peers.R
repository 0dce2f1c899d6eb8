# The peers written in R: reads {"case","scale","slow","turn"} a line, runs the case, and answers with one JSON object a line. See ../README.md.
# Rscript peers.R FOLDER, or Rscript peers.R FOLDER export: writes lme4's InstEval (ratings of lectures) as numbers.
suppressMessages({library(lme4); library(afex); library(lmerTest)})
args <- commandArgs(TRUE)
folder <- args[1]
load_case <- function(case, scale) { f <- file.path(folder, sprintf("%s-%d.bin", case, scale)); readBin(f, "double", file.size(f) / 8, size = 8, endian = "little") }
if (length(args) > 1 && args[2] == "export") {
  writeBin(as.numeric(c(as.integer(InstEval$s), as.integer(InstEval$d), as.integer(InstEval$service), InstEval$y)), file.path(folder, "insteval-1.bin"), size = 8, endian = "little")
  quit("no")
}

repeated_measures <- function(scale) {
  d <- expand.grid(window = 0:1, muscle = 0:1, emotion = 0:2, subj = seq_len(120 * scale))
  d[] <- lapply(d, factor)
  d$y <- load_case("repeated-measures", scale)
  d
}
ratings <- function() {
  x <- matrix(load_case("insteval", 1), ncol = 4)
  data.frame(s = factor(x[, 1]), d = factor(x[, 2]), service = factor(x[, 3]), y = x[, 4])
}
logistic <- function(scale) { d <- matrix(load_case("logistic", scale), ncol = 41, byrow = TRUE); list(x = d[, 1:40], y = d[, 41]) }
halves <- function(case, scale) matrix(load_case(case, scale), ncol = 2)

cases <- list(
  "afex rm-anova" = function(scale) { d <- repeated_measures(scale); function() suppressMessages(aov_ez("subj", "y", d, within = c("emotion", "muscle", "window")))$anova_table[["F"]][1] },
  "R aov rm-anova" = function(scale) { d <- repeated_measures(scale); function() summary(aov(y ~ emotion * muscle * window + Error(subj / (emotion * muscle * window)), d))[[2]][[1]][["F value"]][1] },
  "lme4 mixed" = function(scale) { d <- repeated_measures(scale); function() REMLcrit(lme4::lmer(y ~ emotion * muscle + (1 | subj), d)) },
  "lme4 mixed-slopes" = function(scale) { d <- repeated_measures(scale); function() REMLcrit(lme4::lmer(y ~ emotion * muscle + (1 + emotion | subj), d)) },
  "lmerTest mixed-anova" = function(scale) { d <- repeated_measures(scale); function() anova(lmerTest::lmer(y ~ emotion * muscle + (1 | subj), d))[["F value"]][1] },
  "lme4 mixed-crossed" = function(scale) { d <- ratings(); function() REMLcrit(lme4::lmer(y ~ service + (1 | s) + (1 | d), d)) },
  "R paired-t" = function(scale) { x <- halves("paired-t", scale); a <- x[, 1]; b <- x[, 2]; function() { for (i in 1:1000) t <- t.test(a, b, paired = TRUE)$statistic; t } },
  "R glm logistic" = function(scale) { d <- logistic(scale); x <- cbind(1, d$x); function() glm.fit(x, d$y, family = binomial())$coefficients[2] },
  "R mann-whitney" = function(scale) { x <- halves("paired-t", scale); a <- x[, 1]; b <- x[, 2]; function() wilcox.test(a, b, exact = FALSE, conf.int = TRUE)$statistic },
  "R spearman" = function(scale) { x <- halves("paired-t", scale); a <- x[, 1]; b <- x[, 2]; function() suppressWarnings(cor.test(a, b, method = "spearman", exact = FALSE))$estimate }
)

peak <- function() as.numeric(sub("\\D*(\\d+).*", "\\1", grep("VmHWM", readLines("/proc/self/status"), value = TRUE))) / 1024
field <- function(line, name) sub(sprintf('.*"%s": *"?([^",}]*)"?.*', name), "\\1", line)
input <- file("stdin", "r")
ready <- list()
while (length(line <- readLines(input, 1)) > 0) {
  if (line == "versions") {
    v <- sapply(c("lme4", "afex", "lmerTest"), function(p) sprintf('"%s %s"', p, packageVersion(p)))
    cat(sprintf('["R %s.%s", %s]\n', R.version$major, R.version$minor, paste(v, collapse = ", "))); flush(stdout()); next
  }
  key <- paste(field(line, "case"), field(line, "scale"))
  if (is.null(ready[[key]])) {
    if (field(line, "scale") != "1") { ready <- list(); run <- NULL; invisible(gc()) }
    ready[[key]] <- cases[[field(line, "case")]](as.integer(field(line, "scale")))
    if (field(line, "slow") == "false") ready[[key]]()
  }
  run <- ready[[key]]
  cat("5", file = "/proc/self/clear_refs")
  calls <- 0; start <- proc.time()
  repeat { value <- run(); calls <- calls + 1; if ((proc.time() - start)[["elapsed"]] >= as.numeric(field(line, "turn"))) break }
  took <- proc.time() - start
  cat(sprintf('{"calls": %d, "wall": %.6f, "cpu": %.6f, "peak": %.1f, "allocated": 0, "value": %.15g}\n', calls, 1000 * took[["elapsed"]] / calls, 1000 * (took[["user.self"]] + took[["sys.self"]]) / calls, peak(), value)); flush(stdout())
}
