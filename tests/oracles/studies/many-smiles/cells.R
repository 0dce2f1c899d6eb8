# Cell statistics of the three tasks of the Many Smiles study, of its processed open data.
# Rscript cells.R DF.l.inc.rds > cells.csv
suppressMessages(library(metafor))
data <- as.data.frame(readRDS(commandArgs(trailingOnly = TRUE)[1]))
wide <- reshape(data[, c("ResponseId", "lab", "condition", "trial", "happiness")],
  idvar = c("ResponseId", "lab", "condition"), timevar = "trial", direction = "wide")
names <- c(mimicry = "mimicry", directd = "voluntary", pentask = "pen")
cat("task,n,labs,happy_mean,happy_sd,neutral_mean,neutral_sd,r,difference,lower,upper,d,d_lower,d_upper,lab_sd\n")
for (task in names(names)) {
  one <- wide[wide$condition == task, ]
  happy <- one$happiness.happy; neutral <- one$happiness.neutr; change <- happy - neutral
  n <- nrow(one); reach <- qt(.975, n - 1) * sd(change) / sqrt(n)
  unit <- sqrt((var(happy) + var(neutral)) / 2)
  # Between laboratories: DerSimonian and Laird over laboratories with at least five participants.
  labs <- aggregate(change, list(one$lab), function(x) c(length(x), mean(x), var(x) / length(x)))$x
  fit <- rma(labs[, 2], labs[, 3], subset = labs[, 1] >= 5 & labs[, 3] > 0, method = "DL")
  cat(names[[task]], n, nrow(labs), sprintf("%.10g", c(mean(happy), sd(happy), mean(neutral), sd(neutral), cor(happy, neutral), mean(change),
    mean(change) - reach, mean(change) + reach, mean(change) / unit, (mean(change) - reach) / unit, (mean(change) + reach) / unit, sqrt(fit$tau2))), sep = ",")
  cat("\n")
}
