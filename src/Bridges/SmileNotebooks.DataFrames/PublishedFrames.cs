// Published results, one a row, with every number that the source gives.
using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SmileNotebooks.DataFrames;

/// <summary>Published results and tables of evidence as data frames, and back.</summary>
public static class PublishedFrames
{
    private const string What = "published results";
    private const string Value = "value.";
    private const string Bears = "bears.";

    /// <summary>All results of all studies, in their order.</summary>
    /// <inheritdoc cref="ToDataFrame(IEnumerable{PublishedResult})"/>
    /// <param name="studies">Studies, such as those that <see cref="PublishedStudies.Load"/> gives.</param>
    public static DataFrame ToDataFrame(this IEnumerable<PublishedStudy> studies) => studies.SelectMany(study => study.Results).ToDataFrame();

    /// <summary>A row a result.</summary>
    /// <remarks>Columns: study, id, finding, measure, contrast, metric (words), n, k (whole numbers), estimate, lower, upper, level (numbers), test (words), statistic, df, df2, p (numbers), source_kind,
    /// source_where (words), value.NAME (numbers) for the further ones by name, and bears.CLAIM (Supports, Mixed, Contradicts). A number that the source does not give is null.</remarks>
    /// <param name="results">The results.</param>
    public static DataFrame ToDataFrame(this IEnumerable<PublishedResult> results)
    {
        PublishedResult[] all = [.. results];
        return Columns(new FrameWriter(What), all).Frame;
    }

    /// <summary>The results that a frame is.</summary>
    /// <param name="frame">A frame with the columns study, id, finding, measure, source_kind and source_where; others of <see cref="ToDataFrame(IEnumerable{PublishedResult})"/> may be there.</param>
    /// <exception cref="TableException">A column or a cell is missing or of another kind, or a number stands without what it needs: an interval has both limits. The message names column, row (from 0), found and expected.</exception>
    public static ImmutableArray<PublishedResult> ToPublishedResults(this DataFrame frame)
    {
        FrameReader reader = new(frame ?? throw new ArgumentNullException(nameof(frame)), What);
        reader.Require("study", "id", "finding", "measure", "source_kind", "source_where");
        return [.. Enumerable.Range(0, reader.Rows).Select(row => ResultOf(reader, row))];
    }

    /// <summary>A row a result as above, with what it says in the column says (Supports, Mixed, Contradicts; null for a topic that is no claim), and whether it does so indirectly.</summary>
    /// <remarks>Further columns, of the whole: about, grade_level, grade_verdict, grade_reasons (words, a reason a line). A table without results gets a row in which only these stand.</remarks>
    /// <param name="evidence">The evidence on a claim or a topic.</param>
    public static DataFrame ToDataFrame(this EvidenceTable evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        PublishedResult?[] results = [.. evidence.Rows.Select(row => row.Result).DefaultIfEmpty()];
        int rows = results.Length;
        return Columns(new FrameWriter(What), results)
            .Add("says", evidence.Rows.Select(row => row.Bearing?.ToString()).DefaultIfEmpty())
            .Add("indirectly", evidence.Rows.Select(row => (bool?)row.IsIndirect).DefaultIfEmpty())
            .Add("about", Enumerable.Repeat<string?>(evidence.About, rows))
            .Add("grade_level", Enumerable.Repeat(evidence.Grade?.Level.ToString(), rows))
            .Add("grade_verdict", Enumerable.Repeat(evidence.Grade?.Verdict?.ToString(), rows))
            .Add("grade_reasons", Enumerable.Repeat(evidence.Grade is { } grade ? string.Join('\n', grade.Reasons) : null, rows))
            .Frame;
    }

    /// <summary>The table of evidence that a frame is. Results are those of the frame; their studies are looked up.</summary>
    /// <param name="frame">One of <see cref="ToDataFrame(EvidenceTable)"/>, perhaps filtered or ordered. The grade is that of the frame and is not computed anew.</param>
    /// <param name="studies">Where the studies are.</param>
    /// <exception cref="TableException">As for <see cref="ToPublishedResults"/>; or a study is not among those.</exception>
    public static EvidenceTable ToEvidenceTable(this DataFrame frame, PublishedStudies studies)
    {
        FrameReader reader = new(frame ?? throw new ArgumentNullException(nameof(frame)), What);
        reader.Require("study", "id", "finding", "measure", "source_kind", "source_where", "about");
        if (reader.Rows == 0)
        {
            throw reader.Problem(null, "no row", "at least one: what the table is about stands in it");
        }

        int[] rows = reader.Rows == 1 && reader.IsEmpty(0, "study", "id", "finding") ? [] : [.. Enumerable.Range(0, reader.Rows)];
        return new()
        {
            About = reader.Same("about", row => reader.RequiredText(row, "about")),
            Rows = [.. rows.Select(row => new EvidenceRow(StudyOf(reader, row, studies), ResultOf(reader, row), reader.Member<Bearing>(row, "says")) { IsIndirect = reader.Flag(row, "indirectly") ?? false })],
            Grade = reader.Same("grade_level", row => reader.Member<EvidenceLevel>(row, "grade_level")) is { } level
                ? new(level, reader.Same("grade_verdict", row => reader.Member<Bearing>(row, "grade_verdict")), [.. (reader.Same("grade_reasons", row => reader.Text(row, "grade_reasons")) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries)])
                : null,
        };
    }

    private static FrameWriter Columns(FrameWriter writer, PublishedResult?[] all)
    {
        writer
            .Add("study", all.Select(result => result?.Study)).Add("id", all.Select(result => result?.Id))
            .Add("finding", all.Select(result => result?.Finding)).Add("measure", all.Select(result => result?.Measure)).Add("contrast", all.Select(result => result?.Contrast))
            .Add("n", all.Select(result => result?.N)).Add("k", all.Select(result => result?.K))
            .Add("estimate", all.Select(result => result?.Estimate)).Add("metric", all.Select(result => result?.Metric))
            .Add("lower", all.Select(result => result?.Interval?.Lower)).Add("upper", all.Select(result => result?.Interval?.Upper)).Add("level", all.Select(result => result?.Interval?.Level))
            .Add("test", all.Select(result => result?.Test?.Name)).Add("statistic", all.Select(result => result?.Test?.Statistic))
            .Add("df", all.Select(result => Degree(result, 0))).Add("df2", all.Select(result => Degree(result, 1))).Add("p", all.Select(result => result?.Test?.P))
            .Add("source_kind", all.Select(result => result?.Source.Kind.ToString())).Add("source_where", all.Select(result => result?.Source.Where));
        foreach (string name in all.SelectMany(result => result?.Values.Keys ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            writer.Add(Value + name, all.Select(result => result is not null && result.Values.TryGetValue(name, out double number) ? number : (double?)null));
        }

        foreach (string claim in all.SelectMany(result => result?.Bearings.Keys ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            writer.Add(Bears + claim, all.Select(result => result is not null && result.Bearings.TryGetValue(claim, out Bearing bearing) ? bearing.ToString() : null));
        }

        return writer;
    }

    private static double? Degree(PublishedResult? result, int at) => result?.Test is not { } test ? null
        : test.DegreesOfFreedom.Length > 2
            ? throw new TableException($"a data frame of {What}", $"column df of {result.Address}", $"{test.DegreesOfFreedom.Length} degrees of freedom", "none, one or two")
            : at < test.DegreesOfFreedom.Length ? test.DegreesOfFreedom[at] : null;

    private static PublishedResult ResultOf(FrameReader reader, int row) => new()
    {
        Study = reader.RequiredText(row, "study"),
        Id = reader.RequiredText(row, "id"),
        Finding = reader.RequiredText(row, "finding"),
        Measure = reader.RequiredText(row, "measure"),
        Contrast = reader.Text(row, "contrast"),
        N = reader.Whole(row, "n"),
        K = reader.Whole(row, "k"),
        Estimate = reader.Number(row, "estimate"),
        Metric = reader.Number(row, "estimate") is null ? reader.Text(row, "metric") : reader.RequiredText(row, "metric"),
        Interval = reader.IsEmpty(row, "lower", "upper", "level") ? null : new(reader.RequiredNumber(row, "lower"), reader.RequiredNumber(row, "upper"), reader.RequiredNumber(row, "level")),
        Test = reader.IsEmpty(row, "test", "statistic", "df", "df2", "p") ? null : TestOf(reader, row),
        Values = Named(reader, Value, name => reader.Number(row, name)),
        Source = new(reader.Member<SourceKind>(row, "source_kind") ?? throw reader.Problem(row, "source_kind", "nothing", "what was read"), reader.RequiredText(row, "source_where")),
        Bearings = Named(reader, Bears, name => reader.Member<Bearing>(row, name)),
    };

    private static PublishedTest TestOf(FrameReader reader, int row)
    {
        (double? first, double? second) = (reader.Number(row, "df"), reader.Number(row, "df2"));
        return first is null && second is not null
            ? throw reader.Problem(row, "df", "nothing", "a number, where there is one in df2")
            : new(reader.RequiredText(row, "test"), reader.RequiredNumber(row, "statistic"), [.. new[] { first, second }.OfType<double>()], reader.Number(row, "p"));
    }

    private static ImmutableSortedDictionary<string, T> Named<T>(FrameReader reader, string prefix, Func<string, T?> read)
        where T : struct => reader.Columns.Select(column => column.Name).Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
        .Select(name => (Name: name[prefix.Length..], Value: read(name))).Where(one => one.Value is not null)
        .ToImmutableSortedDictionary(one => one.Name, one => one.Value!.Value, StringComparer.Ordinal);

    private static PublishedStudy StudyOf(FrameReader reader, int row, PublishedStudies studies)
    {
        string key = reader.RequiredText(row, "study");
        return studies.FirstOrDefault(study => study.Key == key) ?? throw reader.Problem(row, "study", $"\"{key}\"", "the key of one of the studies");
    }
}
