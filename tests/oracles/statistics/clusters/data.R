# Rscript --vanilla data.R: the public data sets as tables with one row a participant and one column a sample.
options(digits = 17)
library(lme4)
course <- function(d, id, time, value) { m <- tapply(d[[value]], list(d[[id]], d[[time]]), mean); m[order(as.numeric(rownames(m))), ] }
write.csv(course(sleepstudy, "Subject", "Days", "Reaction"), "sleepstudy.csv", row.names = FALSE, quote = FALSE)
chicks <- as.data.frame(ChickWeight)
chicks$Chick <- as.integer(as.character(chicks$Chick))
complete <- names(which(table(chicks$Chick) == 12))
chicks <- chicks[chicks$Chick %in% complete, ]
for (diet in c(1, 2)) write.csv(course(chicks[chicks$Diet == diet, ], "Chick", "Time", "weight"), sprintf("chickweight-diet%d.csv", diet), row.names = FALSE, quote = FALSE)
