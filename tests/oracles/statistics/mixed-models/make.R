# Fits the models of models.csv with lme4 and lmerTest and writes every number that the tests compare.
# Run in this folder: OMP_NUM_THREADS=1 Rscript --vanilla make.R
suppressMessages({library(lme4); library(lmerTest)})
here <- getwd()
options(digits = 17)

write_data <- function(frame, name) write.csv(frame, file.path("data", paste0(name, ".csv")), row.names = FALSE, quote = FALSE)
write_data(lme4::sleepstudy, "sleepstudy")
write_data(lme4::Penicillin, "penicillin")
write_data(lme4::Pastes[, c("strength", "batch", "cask")], "pastes")
write_data(lme4::Dyestuff, "dyestuff")
write_data(lme4::Dyestuff2, "dyestuff2")
write_data(transform(lme4::cake, temperature = as.character(temperature))[, c("replicate", "recipe", "temperature", "angle")], "cake")
write_data(as.data.frame(datasets::ChickWeight), "chickweight")
write_data(as.data.frame(nlme::Machines), "machines")
write_data(as.data.frame(nlme::Oxide), "oxide")
write_data(as.data.frame(nlme::Pixel), "pixel")
write_data(as.data.frame(nlme::ergoStool), "ergostool")
data(obk.long, package = "afex")
write_data(obk.long, "obk")
data(InstEval, package = "lme4")
write_data(subset(InstEval, as.integer(s) <= 200, c(s, d, y)), "insteval200")

models <- read.csv("models.csv", colClasses = "character", quote = "\"")
out <- file("lme4.csv", "w")
writeLines("model,quantity,name,value", out)
put <- function(model, quantity, name, value)
  writeLines(sprintf("%s,%s,\"%s\",%.17g", model, quantity, name, value), out)
control <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-11, maxfun = 1e6),
                       check.conv.singular = "ignore", check.conv.grad = "ignore", check.conv.hess = "ignore")

for (i in seq_len(nrow(models))) {
  spec <- models[i, ]
  path <- if (spec$data == "rm") file.path(here, "../../../../../shared/peers/rm.csv") else file.path("data", paste0(spec$data, ".csv"))
  if (!file.exists(path)) path <- Sys.getenv("RM_CSV")
  d <- read.csv(path)
  for (f in strsplit(spec$factors, " ")[[1]]) d[[f]] <- factor(d[[f]], levels = if (is.character(d[[f]])) sort(unique(d[[f]]), method = "radix") else sort(unique(d[[f]])))
  m <- lmerTest::lmer(as.formula(spec$formula), d, REML = spec$criterion == "REML", control = control)
  id <- spec$model
  summary <- coef(summary(m))
  for (n in rownames(summary)) for (k in seq_len(ncol(summary)))
    put(id, c("estimate", "error", "df", "t", "p")[k], n, summary[n, k])
  if (length(attr(terms(m), "term.labels")) > 0) {
    table <- anova(m, type = 3)
    for (n in rownames(table)) {
      put(id, "anova.F", n, table[n, "F value"]); put(id, "anova.df1", n, table[n, "NumDF"])
      put(id, "anova.df2", n, table[n, "DenDF"]); put(id, "anova.p", n, table[n, "Pr(>F)"])
    }
  }
  components <- as.data.frame(VarCorr(m))
  for (k in seq_len(nrow(components))) {
    row <- components[k, ]
    if (row$grp == "Residual") put(id, "sigma", "", row$sdcor)
    else if (is.na(row$var2)) put(id, "sd", paste0(sub("\\.[0-9]+$", "", row$grp), "|", row$var1), row$sdcor)
    else put(id, "cor", paste0(row$grp, "|", row$var1, "|", row$var2), row$sdcor)
  }
  put(id, "loglik", "", as.numeric(logLik(m))); put(id, "aic", "", AIC(m)); put(id, "bic", "", BIC(m))
  put(id, "singular", "", as.numeric(isSingular(m)))
  if (nobs(m) < 100 || id == "sleep-slopes") {
    modes <- as.data.frame(ranef(m, condVar = TRUE))
    for (k in seq_len(nrow(modes))) {
      name <- paste0(sub("\\.[0-9]+$", "", modes$grpvar[k]), "|", modes$term[k], "|", modes$grp[k])
      put(id, "mode", name, modes$condval[k]); put(id, "modesd", name, modes$condsd[k])
    }
    fit <- fitted(m); rest <- residuals(m); level0 <- predict(m, re.form = NA)
    for (k in seq_along(fit)) { put(id, "fitted", k - 1, fit[k]); put(id, "population", k - 1, level0[k]) }
  }
}

compare <- function(id, data, small, large) {
  d <- read.csv(file.path("data", paste0(data, ".csv")))
  for (k in names(d)) if (k %in% c("Subject", "Chick", "Diet", "Worker")) d[[k]] <- factor(d[[k]])
  test <- suppressMessages(anova(lmer(as.formula(small), d, control = control), lmer(as.formula(large), d, control = control)))
  put(id, "chisq", "", test$Chisq[2]); put(id, "df", "", test$Df[2]); put(id, "p", "", test$`Pr(>Chisq)`[2])
}
compare("lrt-sleep-slopes", "sleepstudy", "Reaction ~ Days + (1 | Subject)", "Reaction ~ Days + (Days | Subject)")
compare("lrt-chick-diet", "chickweight", "weight ~ Time + (Time | Chick)", "weight ~ Time * Diet + (Time | Chick)")
compare("lrt-machines", "machines", "score ~ 1 + (1 | Worker)", "score ~ Machine + (1 | Worker)")
close(out)

# Estimated marginal means, Satterthwaite: group, label or contrast, estimate, error, df, p.
suppressMessages(library(emmeans))
emm_options(lmer.df = "satterthwaite", lmerTest.limit = 1e5)
means <- file("emmeans.csv", "w")
writeLines("model,kind,group,label,estimate,error,df,p", means)
marginal <- function(id, data, factors, formula, factor, by = NULL) {
  d <- read.csv(file.path("data", paste0(data, ".csv")))
  for (k in factors) d[[k]] <- factor(d[[k]], levels = sort(unique(d[[k]]), method = "radix"))
  grid <- emmeans(lmerTest::lmer(as.formula(formula), d, control = control), factor, by = by)
  write_rows <- function(kind, table, label) for (k in seq_len(nrow(table)))
    writeLines(sprintf("%s,%s,%s,%s,%.17g,%.17g,%.17g,%.17g", id, kind, if (is.null(by)) "" else as.character(table[k, by]), label[k],
                       table[k, if (kind == "mean") "emmean" else "estimate"], table$SE[k], table$df[k], if (kind == "mean") NA else table$p.value[k]), means)
  m <- as.data.frame(grid)
  write_rows("mean", m, as.character(m[[factor]]))
  p <- as.data.frame(pairs(grid, adjust = "holm"))
  write_rows("pair", p, as.character(p$contrast))
}
marginal("cake", "cake", c("recipe", "replicate"), "angle ~ recipe * factor(temperature) + (1 | recipe:replicate)", "recipe")
marginal("machines", "machines", c("Worker", "Machine"), "score ~ Machine + (Machine | Worker)", "Machine")
marginal("obk-by", "obk", c("id", "treatment", "gender", "phase"), "value ~ treatment * phase + age + (1 | id)", "phase", "treatment")
close(means)
writeLines(c(R.version.string, paste("lme4", packageVersion("lme4")), paste("lmerTest", packageVersion("lmerTest"))), "versions.txt")
