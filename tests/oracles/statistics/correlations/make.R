# Reference values of correlations. Run: Rscript --vanilla make.R (in this folder). Needs R and psych (Debian: r-cran-psych).
suppressMessages(library(psych))
out <- list()
put <- function(name, value) out[[length(out) + 1]] <<- data.frame(name = name, value = sprintf("%.17g", value))

cars <- data.frame(x = mtcars$wt, y = mtcars$mpg)
flowers <- data.frame(x = iris$Sepal.Length, y = iris$Sepal.Width)
paths <- data.frame(x = anscombe$x1, y = anscombe$y1)
nine <- data.frame(x = c(44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1), y = c(2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8)) # ?cor.test
tied <- data.frame(x = c(1, 2, 2, 3, 4, 4, 5), y = c(2, 1, 3, 3, 3, 5, 4))
# Table 2 of Shrout and Fleiss (1979), as in ?psych::ICC.
ratings <- data.frame(J1 = c(9, 6, 8, 7, 10, 6), J2 = c(2, 1, 4, 1, 5, 2), J3 = c(5, 3, 6, 2, 6, 4), J4 = c(8, 2, 8, 6, 9, 7))
attitude30 <- attitude[, 1:7]
for (name in c("cars", "flowers", "paths", "nine", "tied", "ratings", "attitude30"))
  write.csv(get(name), paste0(name, ".csv"), row.names = FALSE, quote = FALSE)

for (name in c("cars", "flowers", "paths", "nine")) {
  data <- get(name)
  for (alternative in c("two.sided", "less", "greater")) {
    test <- cor.test(data$x, data$y, alternative = alternative)
    put(paste(name, alternative, "p", sep = "."), test$p.value)
  }
  test <- cor.test(data$x, data$y, conf.level = .99)
  put(paste0(name, ".r"), test$estimate); put(paste0(name, ".t"), test$statistic)
  put(paste0(name, ".lower"), test$conf.int[1]); put(paste0(name, ".upper"), test$conf.int[2])
  rank <- suppressWarnings(cor.test(data$x, data$y, method = "spearman", exact = FALSE))
  put(paste0(name, ".rs"), rank$estimate); put(paste0(name, ".rs.p"), rank$p.value)
}
for (alternative in c("two.sided", "less", "greater"))
  put(paste("nine", alternative, "exact", sep = "."), cor.test(nine$x, nine$y, method = "spearman", alternative = alternative)$p.value)

# All 5,040 pairings of the tied ranks.
permutations <- function(v) if (length(v) < 2) list(v) else do.call(c, lapply(seq_along(v), function(i) lapply(permutations(v[-i]), function(rest) c(v[i], rest))))
a <- rank(tied$x); b <- rank(tied$y)
sums <- sapply(permutations(seq_along(a)), function(order) sum(a * b[order]))
observed <- sum(a * b); middle <- length(a) * mean(a) * mean(b)
put("tied.two.sided.exact", mean(abs(sums - middle) >= abs(observed - middle) - 1e-9))
put("tied.greater.exact", mean(sums >= observed - 1e-9))
put("tied.less.exact", mean(sums <= observed + 1e-9))

for (name in c("ratings", "attitude30")) {
  table <- ICC(as.matrix(get(name)), lmer = FALSE, alpha = .05)$results
  for (row in seq_len(nrow(table))) for (column in c("ICC", "F", "df1", "df2", "p", "lower bound", "upper bound"))
    put(paste(name, table$type[row], sub(" bound", "", column), sep = "."), table[row, column])
}
write.csv(do.call(rbind, out), "expected.csv", row.names = FALSE, quote = FALSE)
