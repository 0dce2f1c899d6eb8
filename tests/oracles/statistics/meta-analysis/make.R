# Reference values of meta-analyses. Run: Rscript --vanilla make.R (in this folder). Needs R and metafor (Debian: r-cran-metafor).
suppressMessages(library(metafor))
out <- list()
put <- function(name, value) out[[length(out) + 1]] <<- data.frame(name = name, value = sprintf("%.17g", value))
tight <- list(threshold = 1e-14, maxiter = 10000, tol = 1e-14)

# dat.bcg: Colditz et al. (1994), 13 trials of BCG vaccine. dat.normand1999: Normand (1999), 9 studies of stay in hospital.
# dat.molloy2014: 16 correlations of conscientiousness and adherence. dat.hackshaw1998: 37 odds ratios of passive smoking.
bcg <- with(dat.bcg, data.frame(study = paste(author, year), tpos, tneg, cpos, cneg))
bcg$study <- gsub(",", "", bcg$study)
stay <- with(dat.normand1999, data.frame(study = source, n1i, m1i, sd1i, n2i, m2i, sd2i))
adherence <- with(dat.molloy2014, data.frame(study = paste(authors, year), ni, ri))
adherence$study <- gsub(",", "", adherence$study)
smoking <- with(dat.hackshaw1998, data.frame(study = paste(author, year), yi, vi))
for (name in c("bcg", "stay", "adherence", "smoking")) write.csv(get(name), paste0(name, ".csv"), row.names = FALSE, quote = FALSE)

sets <- list(
  bcg = escalc(measure = "RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = bcg),
  stay = escalc(measure = "SMD", m1i = m1i, sd1i = sd1i, n1i = n1i, m2i = m2i, sd2i = sd2i, n2i = n2i, data = stay),
  adherence = escalc(measure = "ZCOR", ri = ri, ni = ni, data = adherence),
  smoking = smoking)

fit <- function(name, set) for (method in c("FE", "DL", "REML")) for (test in if (method == "FE") "z" else c("z", "knha")) {
  model <- rma(yi, vi, data = set, method = method, test = test, control = if (method == "REML") tight else list())
  label <- paste(name, method, test, sep = ".")
  for (key in c("b", "se", "zval", "pval", "ci.lb", "ci.ub", "QE", "QEp", "tau2", "I2", "H2")) put(paste(label, key, sep = "."), as.numeric(model[[key]]))
  put(paste0(label, ".weight1"), weights(model)[[1]] / 100)
  if (method == "FE") next
  prediction <- predict(model)
  put(paste0(label, ".pi.lb"), prediction$pi.lb); put(paste0(label, ".pi.ub"), prediction$pi.ub)
  wide <- qt(.975, model$k - 2) * sqrt(model$se^2 + model$tau2) # Higgins, Thompson and Spiegelhalter (2009), equation 12
  put(paste0(label, ".higgins.lb"), as.numeric(model$b) - wide)
  if (test == "z") {
    interval <- confint(model, control = list(tol = 1e-14, maxiter = 10000))$random
    put(paste0(label, ".tau2.lb"), interval["tau^2", "ci.lb"]); put(paste0(label, ".tau2.ub"), interval["tau^2", "ci.ub"])
    put(paste0(label, ".I2.lb"), interval["I^2(%)", "ci.lb"]); put(paste0(label, ".I2.ub"), interval["I^2(%)", "ci.ub"])
    left <- leave1out(model)
    for (key in c("estimate", "se", "pval", "tau2", "I2")) put(paste(label, "without1", key, sep = "."), left[[key]][1])
    put(paste0(label, ".without5.estimate"), left$estimate[5])
  }
  egger <- regtest(model, model = "lm")
  put(paste0(label, ".egger.t"), egger$zval); put(paste0(label, ".egger.p"), egger$pval)
}
for (name in names(sets)) {
  for (key in c("yi", "vi")) for (row in c(1, 4)) put(paste(name, key, row, sep = "."), sets[[name]][[key]][row])
  fit(name, sets[[name]])
  line <- lm(yi ~ sqrt(vi), weights = 1 / vi, data = sets[[name]])
  put(paste0(name, ".egger.slope"), coef(line)[2]); put(paste0(name, ".egger.limit"), coef(line)[1])
  put(paste0(name, ".egger.slope.lb"), confint(line)[2, 1]); put(paste0(name, ".egger.limit.ub"), confint(line)[1, 2])
}
# Effect sizes, with an empty cell too.
odds <- escalc(measure = "OR", ai = c(12, 0), bi = c(8, 10), ci = c(5, 4), di = c(15, 6))
put("odds.yi.1", odds$yi[1]); put("odds.vi.1", odds$vi[1]); put("odds.yi.2", odds$yi[2]); put("odds.vi.2", odds$vi[2])
difference <- escalc(measure = "RD", ai = c(12, 0), bi = c(8, 10), ci = c(5, 4), di = c(15, 6))
put("risk.yi.1", difference$yi[1]); put("risk.vi.1", difference$vi[1])
change <- escalc(measure = "SMCC", m1i = 5.1, m2i = 4.2, sd1i = 1.5, sd2i = 1.3, ri = .6, ni = 24)
put("change.yi", change$yi); put("change.vi", change$vi); put("change.sd", sqrt(1.5^2 + 1.3^2 - 2 * .6 * 1.5 * 1.3))
raw <- escalc(measure = "MD", m1i = 5.1, sd1i = 1.5, n1i = 24, m2i = 4.2, sd2i = 1.3, n2i = 30)
put("raw.yi", raw$yi); put("raw.vi", raw$vi)
for (m in c(2, 10, 999, 1001, 5000)) put(paste0("factor.", m), exp(lgamma(m / 2) - lgamma((m - 1) / 2)) / sqrt(m / 2))
write.csv(do.call(rbind, out), "expected.csv", row.names = FALSE, quote = FALSE)
