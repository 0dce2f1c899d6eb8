// What is measured of one person from frame to frame: the one currency between video, tables of other programs, dynamics and classifiers.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Measures of one face through the frames of one clip: columns of equal length, one row a frame of the clip. Frames in which the face was not found are rows
/// too: their values are NaN. Immutable.</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plotly, MimeTypes.Plain])]
public sealed partial record FaceSeries
{
    private readonly ValueSequence<double> _times;
    private readonly ValueSequence<int> _frames;

    /// <summary>The clip, as the path of a file.</summary>
    public required string Clip { get; init; }

    /// <summary>Which face of the clip, from 0, as OpenFace's <c>face_id</c>.</summary>
    public required int Face { get; init; }

    /// <summary>What measured it.</summary>
    public required FaceSeriesSource Source { get; init; }

    /// <summary>What an action unit at its maximum reads on the scale of the source: 5, or 1 for py-feat.</summary>
    public required double IntensityMaximum { get; init; }

    /// <summary>When each frame is shown, seconds; strictly ascending, not necessarily even.</summary>
    public required ImmutableArray<double> Times
    {
        get => _times.Items;
        init => _times = new ValueSequence<double>(value);
    }

    /// <summary>The number of each frame in the clip, from 0.</summary>
    public required ImmutableArray<int> Frames
    {
        get => _frames.Items;
        init => _frames = new ValueSequence<int>(value);
    }

    /// <summary>The measures by name (see <see cref="FaceColumns"/>; others may be there too), each with a value a frame; NaN where not measured.</summary>
    public required ImmutableSortedDictionary<string, ImmutableArray<double>> Columns { get; init; }

    /// <summary>What a reader must be told of how it was measured, such as "smoothed (one-euro, ...)" or "12 of 300 frames without this face"; empty for nothing.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>How it was simulated; null for what was recorded.</summary>
    public string? Simulated { get; init; }

    /// <summary>How many frames there are.</summary>
    public int Count => Times.Length;

    /// <summary>One column.</summary>
    /// <param name="name">One of <see cref="Columns"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no such column; the message lists those there are.</exception>
    public ImmutableArray<double> this[string name] => Columns.TryGetValue(name, out ImmutableArray<double> values)
        ? values
        : throw new KeyNotFoundException($"{Clip}: there is no column '{name}'. There are: {string.Join(", ", Columns.Keys)}.");

    /// <summary>Whether there is a column of this name.</summary>
    public bool Has(string name) => Columns.ContainsKey(name);
}
