// Clips with a label and a person, whose smiles are still to be measured.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>What was measured in a list of clips.</summary>
/// <param name="Table">A row for each clip with a smile: its highest one, with the features of <see cref="SmileFeatures.OfClip"/>.</param>
/// <param name="WithoutSmile">The clips that give no row, and why.</param>
public sealed record MeasuredClips(FeatureTable Table, ImmutableArray<(string Clip, string Why)> WithoutSmile);

/// <summary>Lists of labelled clips: a CSV file with a column of clips, one of persons and one of labels, and no feature.</summary>
public static class LabelledClips
{
    /// <summary>Reads a table that has features, or a list of clips that has none: then the result has no feature, and a row for each clip.</summary>
    /// <param name="path">A CSV file.</param>
    /// <param name="options">Which column is what; a list of clips has a column of clips.</param>
    /// <exception cref="TableException">As <see cref="FeatureTable.Load"/>; or neither a feature nor a column of clips; or a list names a clip twice.</exception>
    public static FeatureTable LoadTableOrList(string path, FeatureTableOptions options) => new FeatureTableReader(path, options).Read(mayBeList: options.Clip is not null);

    /// <summary>Measures the smiles of listed clips. Of several smiles in a clip the highest is taken, of several people the one who is found in most frames.</summary>
    /// <param name="list">A row for each clip; see <see cref="LoadTableOrList"/>.</param>
    /// <param name="series">The series of a clip, by its name in the list; on the caller's thread, in the order of the list. A <see cref="TableException"/> or
    /// <see cref="VideoException"/> leaves the clip out, and says why.</param>
    /// <param name="options">How smiles are found. Default: as <see cref="SmileDynamicsOptions"/> says.</param>
    /// <exception cref="TableException">No clip has a smile.</exception>
    public static MeasuredClips Measure(FeatureTable list, Func<string, ImmutableArray<FaceSeries>> series, SmileDynamicsOptions? options = null)
    {
        ImmutableArray<FeatureRow>.Builder rows = ImmutableArray.CreateBuilder<FeatureRow>();
        ImmutableArray<LeftOutClip>.Builder without = ImmutableArray.CreateBuilder<LeftOutClip>();
        SortedSet<string> simulated = new(StringComparer.Ordinal);
        SmileSignal? signal = null;
        foreach (FeatureRow clip in list.Rows)
        {
            string name = clip.Clip!;
            SmileEpisode? found = Highest(name, series, options, out string why);
            if (found is not null && (signal ??= found.Signal) != found.Signal)
            {
                // Amplitudes and speeds of one column must have one unit.
                why = $"measured on {SmileDynamics.NameOf(found.Signal)}, the clips before it on {SmileDynamics.NameOf(signal.Value)}";
                found = null;
            }

            if (found is { } smile)
            {
                rows.Add(clip with { Values = smile.ToFeatures().Values });
                simulated.UnionWith(new[] { smile.Simulated }.OfType<string>());
            }
            else
            {
                without.Add(new LeftOutClip(name, clip.Person, clip.Label, why));
            }
        }

        if (rows.Count == 0)
        {
            throw new TableException(list.Source, null, $"no smile in {list.Rows.Length} clips ({without[0]})", "clips of smiles");
        }

        FeatureTable table = list with
        {
            Features = SmileFeatures.OfClip,
            Rows = rows.ToImmutable(),
            Simulated = list.Simulated ?? (simulated.Count == 0 ? null : string.Join("; ", simulated)),
            LeftOut = without.ToImmutable(),
        };
        return new MeasuredClips(table, [.. without.Select(left => (left.Clip, left.Why))]);
    }

    private static SmileEpisode? Highest(string clip, Func<string, ImmutableArray<FaceSeries>> series, SmileDynamicsOptions? options, out string why)
    {
        try
        {
            FaceSeries? face = series(clip).MaxBy(Found);
            SmileDynamics? dynamics = face is null ? null : SmileDynamics.Measure(face, options);
            why = dynamics?.ToString() ?? "no face";
            return dynamics?.Episodes.MaxBy(smile => smile.Height);
        }
        catch (Exception error) when (error is TableException or VideoException or ArgumentException)
        {
            // Who is told this is told the clip, too.
            why = error is VideoException video ? $"{(video.Place is { } place ? $"{place}: " : "")}{video.Found}; expected {video.Expected}" : error.Message;
            return null;
        }
    }

    /// <summary>In how many frames a face was found: those with a value in any column.</summary>
    private static int Found(FaceSeries face) =>
        face.Columns.IsEmpty ? 0 : Enumerable.Range(0, face.Count).Count(frame => face.Columns.Values.Any(column => double.IsFinite(column[frame])));
}
