// How a study was made, as far as it matters for what its result is worth.
namespace SmileNotebooks;

/// <summary>The design of a published study. What a design is worth is said in docs/methods.md, "Evidence".</summary>
public enum StudyDesign
{
    /// <summary>A theory, a review or a comment: it has no data of its own and counts for nothing in a grade.</summary>
    Theory,

    /// <summary>People or things were compared as they are found: groups that nobody assigned, correlations, coded pictures.</summary>
    Observational,

    /// <summary>What people saw or did was assigned by the experimenter, within people or between them.</summary>
    Experiment,

    /// <summary>One protocol in several laboratories, planned together.</summary>
    MultiLab,

    /// <summary>Published studies summed up by their effects.</summary>
    MetaAnalysis,
}
