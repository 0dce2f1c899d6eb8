# Linear models by R's lm, type III tests by car, marginal means by emmeans. Run here: Rscript --vanilla make.R
suppressMessages({library(car); library(emmeans)})
number <- function(x) sprintf("%.17g", x)
save <- function(frame, file) { for (k in names(frame)) if (is.numeric(frame[[k]])) frame[[k]] <- number(frame[[k]]); write.csv(frame, file, row.names = FALSE, quote = FALSE) }
cars <- data.frame(mpg = mtcars$mpg, wt = mtcars$wt, hp = mtcars$hp, cyl = paste0("c", mtcars$cyl), am = paste0("a", mtcars$am)); save(cars, "mtcars.csv")
flowers <- data.frame(width = iris$Petal.Width, length = iris$Petal.Length, species = iris$Species); save(flowers, "iris.csv")
patients <- data.frame(pre = MASS::anorexia$Prewt, post = MASS::anorexia$Postwt, treatment = MASS::anorexia$Treat); save(patients, "anorexia.csv")
quakes2 <- quakes[, c("mag", "depth", "stations", "lat")]; save(quakes2, "quakes.csv")
sets <- list(mtcars = cars, iris = flowers, anorexia = patients, quakes = quakes2)
cases <- list(c("mtcars", "mpg ~ wt + hp + cyl"), c("mtcars", "log(mpg) ~ wt*am + I(hp^2)"), c("iris", "width ~ length*species"), c("anorexia", "post ~ pre + treatment"),
  c("anorexia", "post ~ pre*treatment"), c("quakes", "mag ~ depth + stations + I(stations^2) + lat"), c("mtcars", "mpg ~ 0 + cyl + wt"), c("mtcars", "mpg ~ 1"))
rows <- NULL; models <- NULL; tests <- NULL; predictions <- NULL
for (case in cases) {
  data <- sets[[case[1]]]; fit <- lm(as.formula(case[2]), data); s <- summary(fit); ci <- confint(fit)
  k <- data.frame(data = case[1], formula = case[2], name = rownames(s$coefficients), s$coefficients, lower = ci[, 1], upper = ci[, 2]); names(k)[4:7] <- c("b", "se", "t", "p")
  rows <- rbind(rows, k)
  f <- if (is.null(s$fstatistic)) c(NA, NA, NA) else s$fstatistic
  models <- rbind(models, data.frame(data = case[1], formula = case[2], s = s$sigma, df = s$df[2], r2 = s$r.squared, adjusted = s$adj.r.squared, f = f[1],
    p = pf(f[1], f[2], f[3], lower.tail = FALSE), loglik = as.numeric(logLik(fit)), aic = AIC(fit), bic = BIC(fit), leverage3 = hatvalues(fit)[3], residual5 = residuals(fit)[5]))
  one <- cbind(predict(fit, data[1:2, , drop = FALSE], interval = "confidence"), predict(fit, data[1:2, , drop = FALSE], interval = "prediction")[, 2:3], predict(fit, data[1:2, , drop = FALSE], se.fit = TRUE)$se.fit)
  predictions <- rbind(predictions, data.frame(data = case[1], formula = case[2], row = 0:1, fit = one[, 1], lower = one[, 2], upper = one[, 3], plower = one[, 4], pupper = one[, 5], se = one[, 6]))
  options(contrasts = c("contr.sum", "contr.poly"))
  a <- Anova(lm(as.formula(case[2]), data), type = 3); keep <- !(rownames(a) %in% c("(Intercept)", "Residuals"))
  if (any(keep)) tests <- rbind(tests, data.frame(data = case[1], formula = case[2], term = rownames(a)[keep], ss = a[keep, 1], df = a[keep, 2], f = a[keep, 3], p = a[keep, 4]))
  options(contrasts = c("contr.treatment", "contr.poly"))
}
save(rows, "coefficients.csv"); save(models, "models.csv"); save(tests, "tests.csv"); save(predictions, "predictions.csv")
means <- NULL
add <- function(data, formula, kind, object, by = NULL) {
  s <- as.data.frame(summary(object, infer = c(TRUE, TRUE)))
  value <- if ("emmean" %in% names(s)) s$emmean else s$estimate
  means <<- rbind(means, data.frame(data = data, formula = formula, kind = kind, label = as.character(s[[1]]), group = if (is.null(by)) "" else as.character(s[[by]]), estimate = value, se = s$SE, df = s$df, lower = s$lower.CL, upper = s$upper.CL, p = s$p.value))
}
fit <- lm(post ~ pre * treatment, patients)
add("anorexia", "post ~ pre*treatment", "means", emmeans(fit, ~treatment)); add("anorexia", "post ~ pre*treatment", "tukey", pairs(emmeans(fit, ~treatment)))
fit <- lm(mpg ~ wt + am * cyl, cars)
add("mtcars", "mpg ~ wt + am*cyl", "means", emmeans(fit, ~cyl)); add("mtcars", "mpg ~ wt + am*cyl", "holm", pairs(emmeans(fit, ~ cyl | am), adjust = "holm"), "am")
save(means, "means.csv")
