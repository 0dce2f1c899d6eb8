# Rscript --vanilla data.R: columns of R's data sets.
w <- function(x, f) write.csv(x, f, row.names = FALSE, quote = FALSE)
w(data.frame(drug1 = sleep$extra[sleep$group == 1], drug2 = sleep$extra[sleep$group == 2]), "sleep.csv")
w(data.frame(speed = morley$Speed, experiment = morley$Expt), "morley.csv")
w(data.frame(ctrl = PlantGrowth$weight[PlantGrowth$group == "ctrl"], trt2 = PlantGrowth$weight[PlantGrowth$group == "trt2"]), "plantgrowth.csv")
w(data.frame(oj = ToothGrowth$len[ToothGrowth$supp == "OJ"], vc = ToothGrowth$len[ToothGrowth$supp == "VC"]), "toothgrowth.csv")
w(data.frame(mpg = mtcars$mpg, wt = mtcars$wt), "mtcars.csv")
w(data.frame(a = InsectSprays$count[InsectSprays$spray == "A"], f = InsectSprays$count[InsectSprays$spray == "F"]), "insectsprays.csv")
