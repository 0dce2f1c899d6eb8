// A result of statistics together with what it is about: the muscle, the measure, what was left out, and whether the data were simulated.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A result about a study. Its sentence, table and figure are those of <see cref="Result"/>, and say what was measured, what was left out and, where it is so, that the
/// data were simulated.</summary>
/// <param name="Result">The result itself, with all its numbers.</param>
/// <param name="About">What was tested, as in "zygomaticus, log ratio to baseline (-2 to 0 s), 2 to 4 s".</param>
/// <param name="Simulated">How the data were simulated; null for data that were recorded.</param>
/// <typeparam name="T">A result of the statistics room.</typeparam>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed record StudyResult<T>(T Result, string About, string? Simulated) : IStudyResult
    where T : IStatisticalResult
{
    /// <summary>What was left out.</summary>
    public ImmutableArray<Exclusion> Exclusions { get; init; } = [];

    /// <summary>The conditions that were compared, in the order of the result; empty where it names them itself.</summary>
    public ImmutableArray<string> Conditions { get; init; } = [];

    /// <summary>How long the bins of a course are, in seconds; 0 where the result is of no course, or of moments.</summary>
    public double BinWidth { get; init; }

    /// <inheritdoc/>
    public string Apa
    {
        get
        {
            string sentence = Result.Apa;
            bool hasLines = sentence.Contains('\n', StringComparison.Ordinal);
            string after = hasLines ? "\n" : sentence.EndsWith('.') ? " " : ". ";
            return $"{About}:{(hasLines ? "\n" : " ")}{sentence}{(Simulated is null ? "" : $"{after}Data: {Simulated}.")}";
        }
    }

    /// <summary>A further result of the same: it keeps what it is about, what was left out and whether the data were simulated, as in <c>model.Then(fit => fit.Anova())</c>.</summary>
    /// <param name="further">Makes it of <see cref="Result"/>.</param>
    /// <typeparam name="TFurther">Another result of the statistics room.</typeparam>
    public StudyResult<TFurther> Then<TFurther>(Func<T, TFurther> further)
        where TFurther : IStatisticalResult =>
        new(further(Result), About, Simulated) { Exclusions = Exclusions, Conditions = Conditions, BinWidth = BinWidth };

    IStatisticalResult IStudyResult.Inner => Result;

    /// <inheritdoc/>
    public ResultTable ToTable()
    {
        ResultTable table = Result.ToTable();
        string?[] notes = [table.Note, Exclusions.IsEmpty ? null : $"Left out: {ExclusionReport.Sentence(Exclusions)}.", Simulated is null ? null : $"Data: {Simulated}."];
        return table with { Title = $"{About}: {table.Title}", Note = notes.Any(note => note is not null) ? string.Join(' ', notes.OfType<string>()) : null };
    }

    /// <inheritdoc/>
    public override string ToString() => Apa;
}

/// <summary>A study's result whatever its type, for those who draw it.</summary>
internal interface IStudyResult : IStatisticalResult
{
    IStatisticalResult Inner { get; }

    string About { get; }

    string? Simulated { get; }

    ImmutableArray<string> Conditions { get; }

    double BinWidth { get; }
}
