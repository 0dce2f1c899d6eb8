# Power of two-sided t tests, as TTestPower is compared with it: Rscript power_t_test.R > power_t_test.csv (R 4, package stats).
cat("type,d,n,power\n")
for (x in list(c(.06, 49), c(.2, 100), c(.5, 64), c(0, 20), c(1.2, 3), c(.3, 2000)))
  cat(sprintf("independent,%s,%d,%.15g\n", x[1], x[2], power.t.test(n = x[2], delta = x[1], sd = 1, strict = TRUE)$power))
for (x in list(c(.51, 74), c(.2, 5), c(0, 10), c(2, 4)))
  cat(sprintf("paired,%s,%d,%.15g\n", x[1], x[2], power.t.test(n = x[2], delta = x[1], sd = 1, type = "paired", strict = TRUE)$power))
