# Reference values of logistic regression, ROC curves and calibration. Run: Rscript --vanilla make.R (in this folder).
# Needs R, MASS, pROC and car (Debian: r-cran-proc, r-cran-car; MASS comes with R).
suppressMessages({ library(MASS); library(pROC); library(car) })
out <- list()
put <- function(name, value) out[[length(out) + 1]] <<- data.frame(name = name, value = sprintf("%.17g", value))
tight <- glm.control(epsilon = 1e-15, maxit = 100)
save <- function(data, file) write.csv(data, file, row.names = FALSE, quote = FALSE)

# birthwt (Hosmer and Lemeshow 1989; MASS), mtcars, infert (Trichopoulos et al. 1976), aSAH (Turck et al. 2010; pROC).
births <- with(birthwt, data.frame(low, age, lwt, race = c("white", "black", "other")[race], smoke = ifelse(smoke == 1, "yes", "no"), ptl, ht))
cars <- with(mtcars, data.frame(am, wt, hp))
infertile <- with(infert, data.frame(case, age, spontaneous, induced, education = as.character(education)))
bleeding <- with(aSAH, data.frame(poor = ifelse(outcome == "Poor", 1, 0), s100b, wfns = as.numeric(wfns), ndka))
for (name in c("births", "cars", "infertile", "bleeding")) save(get(name), paste0(name, ".csv"))

# glm's standard errors are of the coefficients before its last step: it starts once more from where it ended.
settled <- function(formula, data) {
  start <- coef(glm(formula, binomial, data, control = tight))
  glm(formula, binomial, data, control = tight, start = start)
}
models <- list(births = settled(low ~ age + lwt + race*smoke, births), cars = settled(am ~ wt + hp, cars),
               infertile = settled(case ~ spontaneous + induced + education, infertile))
for (name in names(models)) {
  model <- models[[name]]
  table <- summary(model)$coefficients
  for (row in rownames(table)) {
    put(paste(name, row, "b", sep = "."), table[row, 1]); put(paste(name, row, "se", sep = "."), table[row, 2])
    put(paste(name, row, "z", sep = "."), table[row, 3]); put(paste(name, row, "p", sep = "."), table[row, 4])
    put(paste(name, row, "lower", sep = "."), confint.default(model)[row, 1]); put(paste(name, row, "upper", sep = "."), confint.default(model)[row, 2])
  }
  put(paste0(name, ".deviance"), model$deviance); put(paste0(name, ".null"), model$null.deviance)
  put(paste0(name, ".aic"), AIC(model)); put(paste0(name, ".bic"), BIC(model)); put(paste0(name, ".fitted3"), fitted(model)[3])
  put(paste0(name, ".model.chi"), model$null.deviance - model$deviance)
  put(paste0(name, ".model.p"), pchisq(model$null.deviance - model$deviance, model$df.null - model$df.residual, lower.tail = FALSE))
}
# Type III likelihood ratios with sum-to-zero contrasts.
sums <- glm(low ~ age + lwt + race*smoke, binomial, births, control = tight, contrasts = list(race = contr.sum, smoke = contr.sum))
tests <- Anova(sums, type = 3, test.statistic = "LR")
for (row in rownames(tests)) { put(paste0("births.lr.", row, ".chi"), tests[row, 1]); put(paste0("births.lr.", row, ".p"), tests[row, 3]) }
# Profile limits: where the deviance, with one coefficient fixed by an offset, has risen by the chi-squared quantile.
limit <- function(fit, lower, upper) uniroot(function(b) fit(b)$deviance - models$cars$deviance - qchisq(.95, 1), c(lower, upper), tol = 1e-13)$root
b <- coef(models$cars)
# glm's own start diverges for some of these offsets; this one does not.
slope <- function(at) glm(am ~ hp + offset(at * wt), binomial, cars, control = tight, start = c(b[1] - (at - b["wt"]) * mean(cars$wt), b["hp"]))
constant <- function(at) suppressWarnings(glm(am ~ wt + hp + offset(rep(at, 32)) - 1, binomial, cars, control = tight))
put("cars.profile.wt.lower", limit(slope, b["wt"] - 15, b["wt"])); put("cars.profile.wt.upper", limit(slope, b["wt"], b["wt"] + 8))
put("cars.profile.constant.lower", limit(constant, b[1] - 17, b[1])); put("cars.profile.constant.upper", limit(constant, b[1], b[1] + 40))

# ROC curves.
curves <- list(s100b = roc(bleeding$poor, bleeding$s100b, direction = "<", quiet = TRUE), wfns = roc(bleeding$poor, bleeding$wfns, direction = "<", quiet = TRUE),
               ndka = roc(bleeding$poor, bleeding$ndka, direction = "<", quiet = TRUE))
for (name in names(curves)) {
  interval <- ci.auc(curves[[name]], method = "delong", conf.level = .9)
  put(paste0("roc.", name, ".auc"), interval[2]); put(paste0("roc.", name, ".lower"), interval[1]); put(paste0("roc.", name, ".upper"), interval[3])
  put(paste0("roc.", name, ".variance"), var(curves[[name]], method = "delong"))
}
pair <- roc.test(curves$s100b, curves$wfns, method = "delong", paired = TRUE)
put("roc.pair.z", pair$statistic); put("roc.pair.p", pair$p.value); put("roc.pair.lower", pair$conf.int[1]); put("roc.pair.upper", pair$conf.int[2])
pair <- roc.test(curves$wfns, curves$ndka, method = "delong", paired = TRUE)
put("roc.other.z", pair$statistic); put("roc.other.p", pair$p.value)
best <- coords(curves$wfns, "best", best.method = "youden")
put("roc.wfns.sensitivity", best$sensitivity); put("roc.wfns.specificity", best$specificity)

# Calibration: intercept with the log odds as offset, slope on them; Hosmer and Lemeshow from their definition.
p <- fitted(models$births); y <- births$low
rough <- plogis(.3 + 1.4 * qlogis(p)) # predictions that are too extreme and too high
save(data.frame(y = y, p = sprintf("%.17g", p), rough = sprintf("%.17g", rough)), "predictions.csv")
large <- glm(y ~ offset(qlogis(rough)), family = binomial, control = tight); slope <- glm(y ~ qlogis(rough), family = binomial, control = tight)
put("calibration.intercept", coef(large)); put("calibration.intercept.se", summary(large)$coefficients[1, 2])
put("calibration.slope", coef(slope)[2]); put("calibration.slope.se", summary(slope)$coefficients[2, 2])
put("calibration.brier", mean((rough - y)^2)); put("calibration.logloss", -mean(y * log(rough) + (1 - y) * log(1 - rough)))
put("calibration.scaled", 1 - mean((rough - y)^2) / (mean(y) * (1 - mean(y))))
hosmer <- function(p, groups) {
  cuts <- cut(p, quantile(p, seq(0, 1, 1 / groups)), include.lowest = TRUE)
  n <- tapply(y, cuts, length); o <- tapply(y, cuts, sum); e <- tapply(p, cuts, sum)
  sum((o - e)^2 / e) + sum(((n - o) - (n - e))^2 / (n - e))
}
put("hosmer.fitted", hosmer(p, 10)); put("hosmer.fitted.p", pchisq(hosmer(p, 10), 8, lower.tail = FALSE))
put("hosmer.rough", hosmer(rough, 6)); put("hosmer.rough.p", pchisq(hosmer(rough, 6), 6, lower.tail = FALSE))
write.csv(do.call(rbind, out), "expected.csv", row.names = FALSE, quote = FALSE)
