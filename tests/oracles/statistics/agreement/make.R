# Reference values of kappa. Run: Rscript --vanilla make.R (in this folder). Needs R and vcd (Debian: r-cran-vcd).
suppressMessages(library(vcd))
out <- list()
put <- function(name, value) out[[length(out) + 1]] <<- data.frame(name = name, value = sprintf("%.17g", value))

data("SexualFun", package = "vcd")
# Two neurologists on 149 patients in Winnipeg (Westlund and Kurland 1953; vcd's MSPatients).
data("MSPatients", package = "vcd")
tables <- list(SexualFun = unclass(SexualFun), MSPatients = unclass(MSPatients[, , 1]),
               # Cohen (1968), as in ?psych::cohen.kappa: proportions of 200 items.
               Cohen1968 = matrix(c(88, 14, 18, 10, 40, 10, 2, 6, 12), 3, byrow = TRUE))
for (name in names(tables)) {
  table <- matrix(tables[[name]], nrow(tables[[name]]))
  write.table(table, paste0(name, ".csv"), row.names = FALSE, col.names = paste0("c", seq_len(ncol(table))), sep = ",", quote = FALSE)
  for (weights in c("Equal-Spacing", "Fleiss-Cohen")) {
    kappa <- Kappa(as.table(table), weights = weights)
    label <- if (weights == "Fleiss-Cohen") "quadratic" else "linear"
    put(paste(name, label, "kappa", sep = "."), kappa$Weighted[["value"]]); put(paste(name, label, "se", sep = "."), kappa$Weighted[["ASE"]])
  }
  put(paste0(name, ".none.kappa"), kappa$Unweighted[["value"]]); put(paste0(name, ".none.se"), kappa$Unweighted[["ASE"]])
}
write.csv(do.call(rbind, out), "expected.csv", row.names = FALSE, quote = FALSE)
