// The works that are compared, and who does each of them.
namespace SmileNotebooks.Statistics.Benchmarks;

/// <summary>A peer's way of doing a work.</summary>
/// <param name="Name">Of the peer, as the table and the peer's program call it.</param>
/// <param name="IsR">Whether it is written in R rather than in Python.</param>
/// <param name="Slow">Whether one call is enough.</param>
/// <param name="LargestScale">The largest of the sizes 1, 10 and 100 that it is asked for.</param>
/// <param name="Ours">The name of our case where it is another than the work's.</param>
internal sealed record Peer(string Name, bool IsR, bool Slow = false, int LargestScale = 1, string? Ours = null);

/// <summary>A work.</summary>
/// <param name="Name">In one word.</param>
/// <param name="Title">As the table has it.</param>
/// <param name="Data">The data set.</param>
/// <param name="Sizes">What the sizes 1, 10 and 100 are; empty where the work has one size.</param>
/// <param name="Peers">Who else does it.</param>
internal sealed record Work(string Name, string Title, string Data, string[] Sizes, Peer[] Peers)
{
    public static readonly Work[] All =
    [
        new("rm-anova", "repeated-measures ANOVA 120 x 3 x 2 x 2", "repeated-measures", ["120 participants", "1,200", "12,000"],
        [
            new("afex", IsR: true, LargestScale: 10), new("R aov", IsR: true, Slow: true), new("statsmodels", IsR: false, Slow: true),
        ]),
        new("mixed", "mixed model, 1,440 rows, random intercept", "repeated-measures", ["1,440 rows", "14,400", "144,000"],
        [
            new("lme4", IsR: true, LargestScale: 100), new("statsmodels", IsR: false),
        ]),
        new("mixed-slopes", "mixed model, 1,440 rows, random slopes", "repeated-measures", [], [new("lme4", IsR: true)]),
        new("mixed-anova", "mixed model and F tests by Satterthwaite", "repeated-measures", [], [new("lmerTest", IsR: true)]),
        new("mixed-crossed", "crossed effects, InstEval: 73,421 rows, 2,972 and 1,128 levels", "insteval", [], [new("lme4", IsR: true, Slow: true)]),
        new("cluster", "cluster permutation 40 x 600, 1,024 permutations", "cluster", ["40 x 600", "40 x 6,000", "40 x 60,000"], [new("MNE", IsR: false, LargestScale: 10)]),
        new("cluster-channels", "the same, 20 x 100 x 32 channels, 256 permutations", "cluster-channels", ["20 x 100 x 32", "20 x 1,000 x 32", "20 x 10,000 x 32"], [new("MNE", IsR: false)]),
        new("paired-t", "paired t, n = 120, x 1,000", "paired-t", ["n = 120", "1,200", "12,000"], [new("R", IsR: true, LargestScale: 100), new("SciPy", IsR: false, LargestScale: 100)]),
        new("bca", "BCa bootstrap of a mean, 9,999 resamples, n = 120", "resampling", ["n = 120", "1,200", "12,000"], [new("SciPy", IsR: false, LargestScale: 10)]),
        new("sign-flip", "sign flips, 9,999, n = 120", "resampling", ["n = 120", "1,200", "12,000"], [new("SciPy", IsR: false, LargestScale: 10)]),
        new("logistic", "logistic regression 10,000 x 40", "logistic", ["10,000 rows", "100,000", "1,000,000"],
        [
            new("scikit-learn", IsR: false, LargestScale: 10, Ours: "logistic-penalty"), new("scikit-learn, no penalty", IsR: false), new("R glm", IsR: true), new("statsmodels", IsR: false),
        ]),
        new("auc", "area under a ROC curve, 10,000 (ours with DeLong's interval)", "logistic", [], [new("scikit-learn", IsR: false)]),
        new("mann-whitney", "Mann-Whitney, 2 x 120 (ours and R with Hodges-Lehmann interval)", "paired-t", ["2 x 120", "2 x 1,200", "2 x 12,000"],
        [
            new("R", IsR: true, LargestScale: 10), new("SciPy", IsR: false, LargestScale: 100),
        ]),
        new("spearman", "Spearman correlation, n = 120", "paired-t", ["n = 120", "1,200", "12,000"], [new("R", IsR: true, LargestScale: 100), new("SciPy", IsR: false, LargestScale: 100)]),
    ];
}
