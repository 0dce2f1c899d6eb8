// One result of a study. A number without a source is not loaded; nor is a source of nothing.
using System.Collections.Immutable;

namespace SmileNotebooks;

internal static class ResultReader
{
    private static readonly string[] s_numbers = ["estimate", "interval", "test", "values", "n", "k"];
    private static readonly string[] s_fields = ["estimate", "lower", "upper", "level", "n", "k", "statistic", "df", "df2", "p"];

    private static readonly Dictionary<string, SourceKind> s_sources = new(StringComparer.Ordinal)
    {
        ["full text"] = SourceKind.FullText,
        ["abstract"] = SourceKind.Abstract,
        ["re-computed"] = SourceKind.Recomputed,
        ["secondary"] = SourceKind.Secondary,
    };

    private static readonly Dictionary<string, Bearing> s_bearings = new(StringComparer.Ordinal)
    {
        ["supports"] = Bearing.Supports,
        ["mixed"] = Bearing.Mixed,
        ["contradicts"] = Bearing.Contradicts,
    };

    public static PublishedResult Read(RecordJson json, string study)
    {
        double? estimate = json.NumberOrNull("estimate");
        PublishedResult result = new()
        {
            Study = study,
            Id = json.Text("id"),
            Finding = json.Text("finding"),
            Measure = json.Text("measure"),
            Contrast = json.TextOrNull("contrast"),
            N = json.CountOrNull("n"),
            K = json.CountOrNull("k"),
            Estimate = estimate,
            Metric = json.TextOrNull("metric") ?? (estimate is null ? null : throw json.Missing("metric", "the scale of the estimate, as \"d\"")),
            Interval = Interval(json),
            Test = Test(json),
            Values = Values(json),
            Source = Source(json),
            Bearings = Bearings(json),
        };
        json.CheckAllRead();
        Check(json, result);
        return result;
    }

    private static ResultSource Source(RecordJson json)
    {
        if (json.ObjectOrNull("source") is not { } source)
        {
            string number = s_numbers.FirstOrDefault(json.Has) ?? "";
            throw json.Error("source", $"nothing{(number.Length > 0 ? $", but a number ({number})" : "")}", "where the result comes from: kind and where");
        }

        ResultSource read = new(source.Choice("kind", s_sources), source.Text("where"));
        source.CheckAllRead();
        return read;
    }

    private static ConfidenceInterval? Interval(RecordJson json)
    {
        if (json.ObjectOrNull("interval") is not { } interval)
        {
            return null;
        }

        ConfidenceInterval read = new(interval.Number("lower"), interval.Number("upper"), interval.NumberOrNull("level") ?? 0.95);
        interval.CheckAllRead();
        return read.Lower > read.Upper ? throw interval.Error(null, $"{Apa.Number(read.Lower)} to {Apa.Number(read.Upper)}", "the lower limit first")
            : read.Level is > 0 and < 1 ? read
            : throw interval.Error("level", Apa.Number(read.Level), "a number between 0 and 1");
    }

    private static PublishedTest? Test(RecordJson json)
    {
        if (json.ObjectOrNull("test") is not { } test)
        {
            return null;
        }

        double[] degrees = test.Numbers("df");
        double? p = test.NumberOrNull("p");
        PublishedTest read = new(test.Text("name"), test.Number("statistic"), [.. degrees], p);
        test.CheckAllRead();
        return degrees.Length > 2 || degrees.Any(one => one <= 0) ? throw test.Error("df", string.Join(", ", degrees.Select(Apa.DegreesOfFreedom)), "none, one or two positive numbers")
            : p is < 0 or > 1 ? throw test.Error("p", Apa.Number(p.Value), "a number from 0 to 1")
            : read;
    }

    private static ImmutableSortedDictionary<string, double> Values(RecordJson json)
    {
        ImmutableSortedDictionary<string, double>.Builder values = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        if (json.ObjectOrNull("values") is { } read)
        {
            foreach (string name in read.Names)
            {
                values.Add(name, s_fields.Contains(name) ? throw read.Error(name, "the name of a field", "another name") : read.Number(name));
            }
        }

        return values.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, Bearing> Bearings(RecordJson json)
    {
        ImmutableSortedDictionary<string, Bearing>.Builder bearings = ImmutableSortedDictionary.CreateBuilder<string, Bearing>(StringComparer.Ordinal);
        if (json.ObjectOrNull("bears") is { } read)
        {
            foreach (string claim in read.Names)
            {
                bearings.Add(claim, read.Choice(claim, s_bearings));
            }
        }

        return bearings.ToImmutable();
    }

    private static void Check(RecordJson json, PublishedResult result)
    {
        if (result.Interval is { } interval && (result.Estimate is not { } estimate || !interval.Contains(estimate)))
        {
            throw json.Error("interval", result.Estimate is { } outside ? $"{interval} around {Apa.Number(outside, 3)}" : "an interval without an estimate", "an interval that holds the estimate");
        }

        if (result.Metric is { } metric && PublishedResult.IsRatio(metric) && (result.Interval?.Lower ?? result.Estimate) is { } least and <= 0)
        {
            throw json.Error(result.Interval is null ? "estimate" : "interval.lower", Apa.Number(least), $"a number above 0, as every {metric} is");
        }
    }
}
