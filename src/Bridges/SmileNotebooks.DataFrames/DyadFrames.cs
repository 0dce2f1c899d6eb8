// Dyads, a row a person and sample.
using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SmileNotebooks.DataFrames;

/// <summary>Dyads as data frames, and back.</summary>
public static class DyadFrames
{
    private const string What = "dyads";

    /// <summary>All samples of all dyads: those of the first person, then those of the second.</summary>
    /// <remarks>Columns: dyad, person (words), sample (whole number, from 0), time (seconds), value (number; null is a gap), measure, simulated (words), sampling_rate, start (numbers), remarks (words, one a line).</remarks>
    /// <param name="dyads">The dyads.</param>
    /// <exception cref="TableException">A dyad has no sample, or a remark is not one line.</exception>
    public static DataFrame ToDataFrame(this DyadSet dyads)
    {
        ArgumentNullException.ThrowIfNull(dyads);
        (Dyad Dyad, string Person, int Sample, double Value)[] rows = [.. dyads.SelectMany(dyad => RowsOf(dyad, dyad.FirstPerson, dyad.First).Concat(RowsOf(dyad, dyad.SecondPerson, dyad.Second)))];
        return new FrameWriter(What)
            .Add("dyad", rows.Select(row => (string?)row.Dyad.Name)).Add("person", rows.Select(row => (string?)row.Person)).Add("sample", rows.Select(row => (int?)row.Sample))
            .Add("time", rows.Select(row => (double?)(row.Dyad.Start + (row.Sample / row.Dyad.SamplingRate)))).AddMeasured("value", rows.Select(row => row.Value))
            .Add("measure", rows.Select(row => (string?)row.Dyad.Measure)).Add("simulated", rows.Select(row => row.Dyad.Simulated))
            .Add("sampling_rate", rows.Select(row => (double?)row.Dyad.SamplingRate)).Add("start", rows.Select(row => (double?)row.Dyad.Start))
            .Add("remarks", rows.Select(row => row.Dyad.Remarks.IsEmpty ? null : string.Join('\n', row.Dyad.Remarks)))
            .Frame;
    }

    /// <summary>The dyads that a frame is. Series of other clocks come to one by <see cref="Dyad.Of"/>, and not here.</summary>
    /// <param name="frame">One of <see cref="ToDataFrame"/>: each person's samples from 0, in their order.</param>
    /// <exception cref="TableException">A column or a cell is missing or of another kind, a dyad has not two people of as many samples, or its rows disagree. The message names column, row (from 0), found and expected.</exception>
    public static DyadSet ToDyadSet(this DataFrame frame)
    {
        FrameReader reader = new(frame ?? throw new ArgumentNullException(nameof(frame)), What);
        reader.Require("dyad", "person", "sample", "value", "sampling_rate", "start");
        Dyad[] dyads = [.. Enumerable.Range(0, reader.Rows).GroupBy(row => reader.RequiredText(row, "dyad"), StringComparer.Ordinal).Select(rows => DyadOf(reader, rows.Key, [.. rows]))];
        return dyads.Length > 0 ? new(dyads) : throw reader.Problem(null, "no row", "two people of at least one dyad");
    }

    private static IEnumerable<(Dyad Dyad, string Person, int Sample, double Value)> RowsOf(Dyad dyad, string person, ImmutableArray<double> values)
    {
        string place = $"dyad {dyad.Name}";
        if (values.IsEmpty || dyad.Remarks.Any(remark => remark.Length == 0 || remark.Contains('\n', StringComparison.Ordinal)))
        {
            throw new TableException($"a data frame of {What}", place, values.IsEmpty ? $"no sample of {person}" : "a remark that is not one line", "samples of both people, and remarks of one line each");
        }

        return values.Select((value, sample) => (dyad, person, sample, value));
    }

    private static Dyad DyadOf(FrameReader reader, string name, int[] rows)
    {
        IGrouping<string, int>[] people = [.. rows.GroupBy(row => reader.RequiredText(row, "person"), StringComparer.Ordinal)];
        if (people.Length != 2 || people[0].Count() != people[1].Count())
        {
            throw reader.Problem(rows[0], "person", $"{string.Join(", ", people.Select(person => $"{person.Count()} samples of {person.Key}"))} in dyad {name}", "two people with as many samples");
        }

        return new()
        {
            Name = name,
            FirstPerson = people[0].Key,
            SecondPerson = people[1].Key,
            First = SamplesOf(reader, people[0]),
            Second = SamplesOf(reader, people[1]),
            SamplingRate = Same(reader, rows, "sampling_rate", row => reader.RequiredNumber(row, "sampling_rate")),
            Start = Same(reader, rows, "start", row => reader.RequiredNumber(row, "start")),
            Measure = Same(reader, rows, "measure", row => reader.Text(row, "measure")) ?? "value",
            Simulated = Same(reader, rows, "simulated", row => reader.Text(row, "simulated")),
            Remarks = Same(reader, rows, "remarks", row => reader.Text(row, "remarks")) is { } remarks ? [.. remarks.Split('\n')] : [],
        };
    }

    private static ImmutableArray<double> SamplesOf(FrameReader reader, IEnumerable<int> rows) => [.. rows.Select((row, sample) => reader.RequiredWhole(row, "sample") == sample
        ? reader.Measured(row, "value")
        : throw reader.Problem(row, "sample", FormattableString.Invariant($"{reader.Whole(row, "sample")}"), FormattableString.Invariant($"{sample}: all samples of a person from 0, in their order")))];

    private static T Same<T>(FrameReader reader, int[] rows, string column, Func<int, T> read)
    {
        T first = read(rows[0]);
        foreach (int row in rows.Where(row => !EqualityComparer<T>.Default.Equals(read(row), first)))
        {
            throw reader.Problem(row, column, FormattableString.Invariant($"{read(row)}"), FormattableString.Invariant($"{first}, as in row {rows[0]} of the same dyad"));
        }

        return first;
    }
}
