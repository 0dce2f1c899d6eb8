# Repeated-measures, between and mixed analyses of variance by afex and car; marginal means and contrasts by emmeans.
# Run here: Rscript --vanilla make.R [../../../../../shared/peers/rm.csv]
suppressMessages({library(afex); library(emmeans)})
options(digits = 17)
afex_options(emmeans_model = "multivariate")
number <- function(x) sprintf("%.17g", x)
save <- function(frame, file) { for (k in names(frame)) if (is.numeric(frame[[k]])) frame[[k]] <- number(frame[[k]]); write.csv(frame, file, row.names = FALSE, quote = FALSE) }

# Data sets
data(obk.long, package = "afex"); obk <- obk.long
save(data.frame(id = paste0("s", obk$id), treatment = obk$treatment, gender = obk$gender, phase = obk$phase, hour = paste0("h", obk$hour), value = obk$value), "obk.csv")
data(OBrienKaiser, package = "carData")
tooth <- ToothGrowth; tooth$id <- sprintf("t%02d", seq_len(nrow(tooth))); tooth$dose <- paste0("d", tooth$dose)
save(tooth[, c("id", "supp", "dose", "len")], "tooth-growth.csv")
breaks <- warpbreaks[-c(1, 2, 3, 11, 30, 31, 50), ]; breaks$id <- sprintf("w%02d", seq_len(nrow(breaks)))
save(breaks[, c("id", "wool", "tension", "breaks")], "warpbreaks-unbalanced.csv")
chick <- subset(as.data.frame(ChickWeight), Time %in% c(0, 4, 8, 12, 16, 20))
chick <- subset(chick, as.character(Chick) %in% names(which(table(as.character(chick$Chick)) == 6)))
chick <- data.frame(chick = paste0("c", as.character(chick$Chick)), diet = paste0("diet", chick$Diet), time = sprintf("t%02d", chick$Time), weight = chick$weight)
save(chick, "chick-weight.csv")
rats <- as.data.frame(CO2); rats <- data.frame(plant = as.character(rats$Plant), type = as.character(rats$Type), treatment = as.character(rats$Treatment), conc = paste0("c", rats$conc), uptake = rats$uptake)
save(rats, "co2.csv")
sleep2 <- data.frame(id = paste0("p", sleep$ID), drug = paste0("drug", sleep$group), extra = sleep$extra); save(sleep2, "sleep.csv")
plant <- PlantGrowth; plant$id <- sprintf("g%02d", seq_len(nrow(plant))); save(plant[, c("id", "group", "weight")], "plant-growth.csv")
spray <- InsectSprays; spray$id <- sprintf("i%02d", seq_len(nrow(spray))); save(spray[, c("id", "spray", "count")], "insect-sprays.csv")
set.seed(20240502)
five <- expand.grid(c = c("c1", "c2"), b = c("b1", "b2", "b3"), a = c("a1", "a2"), id = sprintf("f%02d", 1:23), stringsAsFactors = FALSE)
five$group <- c("g1", "g2", "g3")[1 + (as.integer(substr(five$id, 2, 3)) %% 7) %/% 3]; five$site <- ifelse(as.integer(substr(five$id, 2, 3)) %% 5 < 3, "north", "south")
five$y <- round(rnorm(23)[as.integer(substr(five$id, 2, 3))] + rnorm(nrow(five)) + 0.4 * (five$a == "a2") * (five$b == "b3") + 0.5 * (five$group == "g2"), 6)
save(five[, c("id", "group", "site", "a", "b", "c", "y")], "five-factors.csv")

models <- list(
  "five-factors" = suppressMessages(suppressWarnings(aov_ez("id", "y", five, between = c("group", "site"), within = c("a", "b", "c")))),
  obk = suppressMessages(suppressWarnings(aov_ez("id", "value", obk, between = c("treatment", "gender"), within = c("phase", "hour"), observed = "gender"))),
  "tooth-growth" = suppressMessages(aov_ez("id", "len", tooth, between = c("supp", "dose"))),
  "warpbreaks-unbalanced" = suppressMessages(aov_ez("id", "breaks", breaks, between = c("wool", "tension"))),
  "chick-weight" = suppressMessages(aov_ez("chick", "weight", chick, between = "diet", within = "time")),
  co2 = suppressMessages(aov_ez("plant", "uptake", rats, between = c("type", "treatment"), within = "conc")),
  sleep = suppressMessages(aov_ez("id", "extra", sleep2, within = "drug")),
  "plant-growth" = suppressMessages(aov_ez("id", "weight", plant, between = "group")),
  "insect-sprays" = suppressMessages(aov_ez("id", "count", spray, between = "spray")))
arguments <- commandArgs(TRUE)
if (length(arguments) > 0) {
  rm <- read.csv(arguments[1]); for (k in c("subj", "emotion", "muscle", "window")) rm[[k]] <- factor(rm[[k]])
  models$rm <- suppressMessages(aov_ez("subj", "y", rm, within = c("emotion", "muscle", "window")))
}

effects <- NULL
for (name in names(models)) {
  model <- models[[name]]
  ges <- anova(model, es = c("ges", "pes"), correction = "GG", intercept = TRUE, observed = if (name == "obk") "gender")
  summary <- suppressWarnings(summary(model))
  mixed <- inherits(summary, "summary.Anova.mlm")
  for (term in rownames(ges)) {
    row <- data.frame(data = name, effect = term)
    if (mixed) {
      u <- summary$univariate.tests[term, ]
      row$ss <- u["Sum Sq"]; row$df <- u["num Df"]; row$ss_error <- u["Error SS"]; row$df_error <- u["den Df"]; row$f <- u["F value"]; row$p <- u["Pr(>F)"]
    } else {
      u <- model$Anova[term, ]; e <- model$Anova["Residuals", ]
      row$ss <- u[["Sum Sq"]]; row$df <- u[["Df"]]; row$ss_error <- e[["Sum Sq"]]; row$df_error <- e[["Df"]]; row$f <- u[["F value"]]; row$p <- u[["Pr(>F)"]]
    }
    row$ges <- ges[term, "ges"]; row$pes <- ges[term, "pes"]
    s <- mixed && !is.null(rownames(summary$sphericity.tests)) && term %in% rownames(summary$sphericity.tests)
    row$w <- if (s) summary$sphericity.tests[term, "Test statistic"] else NA; row$w_p <- if (s) summary$sphericity.tests[term, "p-value"] else NA
    g <- if (s) summary$pval.adjustments[term, ] else c(NA, NA, NA, NA)
    row$gg <- g[[1]]; row$gg_p <- g[[2]]; row$hf <- g[[3]]; row$hf_p <- g[[4]]
    effects <- rbind(effects, row)
  }
}
effects$effect <- sub("(Intercept)", "Intercept", effects$effect, fixed = TRUE)

# Anderson (1958, An Introduction to Multivariate Statistical Analysis, p. 263) to the second order. stats:::mauchly.test.SSD, which car and afex call, has
# 3 * ncol(SSD) (all cells of the design) where the formula has 3 times the number of contrasts; w_p is theirs, w_p_anderson the formula's.
anderson <- function(w, d, n) {
  rho <- 1 - (2 * d^2 + d + 2) / (6 * d * n); z <- -n * rho * log(w); f <- d * (d + 1) / 2 - 1
  second <- (d + 2) * (d - 1) * (d - 2) * (2 * d^3 + 6 * d^2 + 3 * d + 2) / (288 * (n * d * rho)^2)
  first <- pchisq(z, f, lower.tail = FALSE); first + second * (pchisq(z, f + 4, lower.tail = FALSE) - first)
}
effects$w_p_anderson <- NA
for (data in unique(effects$data)) {
  between <- effects$df_error[effects$data == data & effects$effect == "Intercept"]
  here <- which(effects$data == data & !is.na(effects$w))
  contrasts <- effects$df_error[here] / between
  effects$w_p_anderson[here] <- anderson(effects$w[here], contrasts, between)
}
save(effects, "effects.csv")

# Marginal means and contrasts: model, specification, adjustment
rows <- NULL
add <- function(name, kind, adjust, object, by = NULL) {
  s <- as.data.frame(summary(object, infer = c(TRUE, TRUE), adjust = adjust))
  label <- if ("contrast" %in% names(s)) as.character(s$contrast) else do.call(paste, c(lapply(setdiff(names(s)[seq_len(which(names(s) %in% c("emmean", "estimate"))[1] - 1)], by), function(k) as.character(s[[k]])), sep = ":"))
  group <- if (is.null(by)) rep("", nrow(s)) else do.call(paste, c(lapply(by, function(k) as.character(s[[k]])), sep = ":"))
  value <- if ("emmean" %in% names(s)) s$emmean else s$estimate
  rows <<- rbind(rows, data.frame(data = name, kind = kind, adjust = adjust, group = group, label = sub("^X([0-9])$", "h\\1", label), estimate = value, se = s$SE, df = s$df, lower = s$lower.CL, upper = s$upper.CL, t = s$t.ratio, p = s$p.value))
}
for (adjust in c("none", "holm", "tukey", "bonferroni")) {
  add("obk", "pairs phase", adjust, pairs(emmeans(models$obk, ~phase)))
  add("obk", "pairs phase by treatment", adjust, pairs(emmeans(models$obk, ~phase | treatment)), "treatment")
  add("warpbreaks-unbalanced", "pairs tension", adjust, pairs(emmeans(models[["warpbreaks-unbalanced"]], ~tension)))
  add("chick-weight", "pairs diet by time", adjust, pairs(emmeans(models[["chick-weight"]], ~diet | time)), "time")
  add("insect-sprays", "pairs spray", adjust, pairs(emmeans(models[["insect-sprays"]], ~spray)))
}
add("obk", "means treatment phase", "none", emmeans(models$obk, ~treatment * phase))
add("obk", "means hour", "none", emmeans(models$obk, ~hour))
add("warpbreaks-unbalanced", "means wool", "none", emmeans(models[["warpbreaks-unbalanced"]], ~wool))
add("obk", "polynomial hour", "none", contrast(emmeans(models$obk, ~hour), "poly"))
add("obk", "polynomial hour by phase", "holm", contrast(emmeans(models$obk, ~hour | phase), "poly"), "phase")
add("obk", "interaction", "none", contrast(emmeans(models$obk, ~phase * treatment), interaction = "pairwise") |> (\(x) { x@grid <- data.frame(contrast = do.call(paste, x@grid)); x@misc$pri.vars <- "contrast"; x })())
add("chick-weight", "control", "holm", contrast(emmeans(models[["chick-weight"]], ~diet), "trt.vs.ctrl"))
add("chick-weight", "effects", "none", contrast(emmeans(models[["chick-weight"]], ~diet), "eff"))
save(rows, "contrasts.csv")

joint <- NULL
addJoint <- function(name, effect, by, object) {
  s <- as.data.frame(object); s <- s[s[["model term"]] == effect, ]
  joint <<- rbind(joint, data.frame(data = name, effect = effect, by = by, group = as.character(s[[by]]), df = s$df1, df_error = s$df2, f = s$F.ratio, p = s$p.value))
}
addJoint("obk", "phase", "treatment", joint_tests(models$obk, by = "treatment"))
addJoint("obk", "treatment", "phase", joint_tests(models$obk, by = "phase"))
addJoint("chick-weight", "time", "diet", joint_tests(models[["chick-weight"]], by = "diet"))
addJoint("warpbreaks-unbalanced", "tension", "wool", joint_tests(models[["warpbreaks-unbalanced"]], by = "wool"))
save(joint, "simple-effects.csv")
