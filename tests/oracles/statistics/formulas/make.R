# Model matrices of base R: warpbreaks.csv (R's datasets: Tippett, 1950) with two numeric columns, x and z, made of the row number.
# Run here: Rscript --vanilla make.R
options(digits = 17)
data <- warpbreaks
data$x <- sin(seq_len(nrow(data)))
data$z <- 1 + (seq_len(nrow(data)) * 7) %% 11
write.csv(format(data, digits = 17, trim = TRUE), "warpbreaks.csv", row.names = FALSE, quote = FALSE)
cases <- list(
  list("breaks ~ wool*tension", "contr.treatment"),
  list("breaks ~ wool*tension", "contr.sum"),
  list("breaks ~ wool*tension", "contr.helmert"),
  list("breaks ~ tension*wool + x", "contr.poly"),
  list("breaks ~ 0 + wool + tension", "contr.treatment"),
  list("breaks ~ tension:wool", "contr.treatment"),
  list("breaks ~ x:tension", "contr.sum"),
  list("breaks ~ x + x:tension", "contr.treatment"),
  list("breaks ~ wool/tension", "contr.treatment"),
  list("breaks ~ (wool + tension + x)^2 - wool:x", "contr.treatment"),
  list("breaks ~ I(x^2) + log(z) + sqrt(z):wool - 1", "contr.treatment"),
  list("breaks ~ wool*tension*x", "contr.sum"),
  list("breaks ~ factor(z)", "contr.treatment"),
  list("breaks ~ -1 + x + wool:tension", "contr.treatment"),
  list("breaks ~ factor(z):wool + wool:tension", "contr.treatment"),
  list("breaks ~ (factor(z) + tension):(wool + x)", "contr.sum"))
lines <- "case,formula,contrasts,column,term,sum,weighted"
for (i in seq_along(cases)) {
  formula <- as.formula(cases[[i]][[1]])
  options(contrasts = c(cases[[i]][[2]], "contr.poly"))
  m <- model.matrix(formula, data)
  for (j in seq_len(ncol(m))) lines <- c(lines, sprintf("%d,%s,%s,%s,%d,%.17g,%.17g", i, cases[[i]][[1]], cases[[i]][[2]], colnames(m)[j],
    attr(m, "assign")[j], sum(m[, j]), sum(m[, j] * cos(seq_len(nrow(m))))))
}
writeLines(lines, "model-matrices.csv")
