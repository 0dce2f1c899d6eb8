// Publications that sentences about methods cite.
namespace SmileNotebooks;

internal static class MethodsReferences
{
    public static MethodsReference Boxtel { get; } = new(
        "van Boxtel, 2001", "van Boxtel, A. (2001). Optimal signal bandwidth for the recording of surface EMG activity of facial, jaw, oral, and neck muscles. Psychophysiology, 38, 22-34.", "10.1111/1469-8986.3810022");

    public static MethodsReference Holm { get; } = new("Holm, 1979", "Holm, S. (1979). A simple sequentially rejective multiple test procedure. Scandinavian Journal of Statistics, 6, 65-70.");

    public static MethodsReference Lakens { get; } = new(
        "Lakens, 2013", "Lakens, D. (2013). Calculating and reporting effect sizes to facilitate cumulative science: A practical primer for t-tests and ANOVAs. Frontiers in Psychology, 4, 863.", "10.3389/fpsyg.2013.00863");

    public static MethodsReference Maris { get; } = new(
        "Maris & Oostenveld, 2007", "Maris, E., & Oostenveld, R. (2007). Nonparametric statistical testing of EEG- and MEG-data. Journal of Neuroscience Methods, 164, 177-190.", "10.1016/j.jneumeth.2007.03.024");

    public static MethodsReference Phipson { get; } = new(
        "Phipson & Smyth, 2010", "Phipson, B., & Smyth, G. K. (2010). Permutation p-values should never be zero: Calculating exact p-values when permutations are randomly drawn. Statistical Applications in Genetics and Molecular Biology, 9, 39.", "10.2202/1544-6115.1585");

    public static MethodsReference Simonsohn { get; } = new(
        "Simonsohn et al., 2020", "Simonsohn, U., Simmons, J. P., & Nelson, L. D. (2020). Specification curve analysis. Nature Human Behaviour, 4, 1208-1214.", "10.1038/s41562-020-0912-z");

    public static MethodsReference Steegen { get; } = new(
        "Steegen et al., 2016", "Steegen, S., Tuerlinckx, F., Gelman, A., & Vanpaemel, W. (2016). Increasing transparency through a multiverse analysis. Perspectives on Psychological Science, 11, 702-712.", "10.1177/1745691616658637");
}
