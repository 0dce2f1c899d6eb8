// A result of statistics together with what it is about: the muscle, the measure, and whether the data were simulated.
namespace SmileNotebooks;

/// <summary>A result about a study. Its sentence, table and figure are those of <see cref="Result"/>, and say what was measured, what was left out and, where it is so, that the
/// data were simulated.</summary>
/// <param name="Result">The result itself, with all its numbers.</param>
/// <param name="About">What was tested, as in "zygomaticus, log ratio to baseline, 2 to 4 s".</param>
/// <param name="Simulated">How the data were simulated; null for data that were recorded.</param>
/// <typeparam name="T">A result of the statistics room.</typeparam>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed record StudyResult<T>(T Result, string About, string? Simulated) : IStatisticalResult
    where T : IStatisticalResult
{
    /// <inheritdoc/>
    public string Apa => $"{About}: {Result.Apa}{(Simulated is null ? "" : $" Data: {Simulated}.")}";

    /// <inheritdoc/>
    public ResultTable ToTable()
    {
        ResultTable table = Result.ToTable();
        string? note = Simulated is null ? table.Note : string.Join(' ', new[] { table.Note, $"Data: {Simulated}." }.OfType<string>());
        return table with { Title = $"{About}: {table.Title}", Note = note };
    }

    /// <inheritdoc/>
    public override string ToString() => Apa;
}
