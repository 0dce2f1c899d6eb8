// Many dyads, and whether partners move together more than strangers who saw the same.
using System.Collections;
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Dyads of one study: the same measure at the same rate.</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed class DyadSet : IReadOnlyList<Dyad>
{
    private readonly ImmutableArray<Dyad> _dyads;

    /// <summary>Makes a set.</summary>
    /// <param name="dyads">At least one, each name once.</param>
    /// <exception cref="ArgumentException">No dyad, a name twice, rates or measures that differ, or a dyad whose people have unlike numbers of samples.</exception>
    public DyadSet(params IEnumerable<Dyad> dyads)
    {
        _dyads = [.. dyads];
        if (_dyads.IsEmpty)
        {
            throw new ArgumentException("A set of dyads has no dyad, expected at least one.", nameof(dyads));
        }

        HashSet<string> names = [];
        foreach (Dyad dyad in _dyads)
        {
            dyad.RequireSound();
            if (!names.Add(dyad.Name) || dyad.SamplingRate != _dyads[0].SamplingRate || dyad.Measure != _dyads[0].Measure)
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"Dyad {dyad.Name} ({dyad.Measure}, {dyad.SamplingRate} Hz) does not go with {_dyads[0].Name} ({_dyads[0].Measure}, {_dyads[0].SamplingRate} Hz), expected each name once, one measure and one rate."), nameof(dyads));
            }
        }
    }

    /// <summary>How many dyads there are.</summary>
    public int Count => _dyads.Length;

    /// <summary>What was measured, with its unit.</summary>
    public string Measure => _dyads[0].Measure;

    /// <summary>How the data were simulated; null for data that were recorded.</summary>
    public string? Simulated => Origins.Join(_dyads.Select(dyad => dyad.Simulated));

    /// <inheritdoc/>
    public Dyad this[int index] => _dyads[index];

    /// <summary>The dyad of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message lists those there are.</exception>
    public Dyad this[string name] => _dyads.FirstOrDefault(dyad => dyad.Name == name)
        ?? throw new KeyNotFoundException($"There is no dyad '{name}'. There are: {string.Join(", ", _dyads.Select(dyad => dyad.Name))}.");

    /// <summary>Reads dyads from a CSV: long, with the columns dyad, person, time and value, or wide, with dyad, time and a column for each of two people.</summary>
    /// <remarks>Times are seconds, from the beginning of what all saw where dyads are compared, and ascend for each person; they need not be even. Empty, NA, n/a and NaN are values that were not measured. The columns measure and simulated are
    /// understood. Without the column dyad, the file is one dyad and bears its name. The first person of a dyad is the one that comes first.</remarks>
    /// <param name="path">A file in UTF-8, commas between fields, points in numbers.</param>
    /// <param name="options">The clock of the dyads.</param>
    /// <exception cref="TableException">The file is missing, no CSV or lacks a column; a cell cannot be read, times go back, or a dyad has not two people. The message names the line.</exception>
    public static DyadSet LoadCsv(string path, DyadOptions? options = null) => new DyadCsv(path, options ?? new()).Read();

    /// <summary>Writes the dyads as a long CSV, with the columns dyad, person, time, value, measure and simulated: what <see cref="LoadCsv"/> reads.</summary>
    /// <param name="path">The file; written beside it first and then renamed.</param>
    /// <exception cref="TableException">The file cannot be written.</exception>
    public void SaveCsv(string path) => CsvWriter.Write(path, DyadCsv.Text(this), TableException.Of);

    /// <summary>The synchrony of each dyad, and of each first person with each second one.</summary>
    /// <param name="options">Windows, lags and the score.</param>
    /// <exception cref="ArgumentException">Options that make no window.</exception>
    public DyadSynchrony Correlate(CrossCorrelationOptions? options = null) => DyadSynchrony.Of(this, options ?? new());

    /// <summary>Tests whether partners are more synchronous than pseudo-dyads: first people with other dyads' second people. What all saw at the same time, by the
    /// times of the dyads, is the same for both.</summary>
    /// <inheritdoc cref="DyadSynchrony.PartnerTest"/>
    /// <param name="options">Windows, lags and the score.</param>
    /// <param name="permutations">How many ways of giving partners are drawn.</param>
    /// <param name="seed">Their seed.</param>
    public StudyResult<PermutationTestResult> PartnerTest(CrossCorrelationOptions? options = null, int permutations = 999, ulong seed = 1) =>
        Correlate(options).PartnerTest(permutations, seed);

    /// <inheritdoc/>
    public IEnumerator<Dyad> GetEnumerator() => ((IEnumerable<Dyad>)_dyads).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>As in <c>24 dyads: smile intensity, 10 Hz, 180 s each; simulated ...</c>.</summary>
    public override string ToString()
    {
        double shortest = _dyads.Min(dyad => dyad.Duration), longest = _dyads.Max(dyad => dyad.Duration);
        return FormattableString.Invariant($"{Count} dyad{(Count == 1 ? "" : "s")}: {Measure}, {_dyads[0].SamplingRate:0.###} Hz, {shortest:0.#}{(longest > shortest ? FormattableString.Invariant($" to {longest:0.#}") : "")} s each{(Simulated is null ? "" : $"; {Simulated}")}");
    }
}
