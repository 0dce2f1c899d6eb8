// Smiles in time: from the columns of a clip to its smiles, their phases and measures.
using System.Collections.Immutable;
using System.Globalization;

namespace SmileNotebooks;

/// <summary>The smiles of one face in one clip, with the movement that they were found in. Immutable. It says how the mouth moves, not what the person feels.
/// Method, constants and sources: docs/methods.md, "Smiles in time".</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed record SmileDynamics
{
    private readonly ValueSequence<SmileEpisode> _episodes;
    private readonly ValueSequence<SmileCourse> _courses;
    private readonly ValueSequence<SmileGap> _gaps;
    private readonly ValueSequence<LeftOutMovement> _leftOut;
    private readonly ValueSequence<string> _remarks;

    private SmileDynamics()
    {
    }

    /// <summary>What was measured.</summary>
    public required FaceSeries Series { get; init; }

    /// <summary>How it was measured.</summary>
    public required SmileDynamicsOptions Options { get; init; }

    /// <summary>What smiles were looked for in.</summary>
    public required SmileSignal Signal { get; init; }

    /// <summary>The smiles in the order of time; empty where there is none.</summary>
    public required ImmutableArray<SmileEpisode> Episodes
    {
        get => _episodes.Items;
        init => _episodes = new ValueSequence<SmileEpisode>(value);
    }

    /// <summary>The smoothed movement, one course for each stretch without a gap. Lip corners: lip widths above rest; AU12: 0 to 5.</summary>
    public required ImmutableArray<SmileCourse> Courses
    {
        get => _courses.Items;
        init => _courses = new ValueSequence<SmileCourse>(value);
    }

    /// <summary>The level of rest in the courses: 0 for lip corners.</summary>
    public required double Rest { get; init; }

    /// <summary>Stretches without the movement that were too long to be bridged.</summary>
    public required ImmutableArray<SmileGap> Gaps
    {
        get => _gaps.Items;
        init => _gaps = new ValueSequence<SmileGap>(value);
    }

    /// <summary>Movements that are no smile, and why.</summary>
    public required ImmutableArray<LeftOutMovement> LeftOut
    {
        get => _leftOut.Items;
        init => _leftOut = new ValueSequence<LeftOutMovement>(value);
    }

    /// <summary>What a reader must be told: frames without a face, jumps taken out, blinks, remarks of the series.</summary>
    public required ImmutableArray<string> Remarks
    {
        get => _remarks.Items;
        init => _remarks = new ValueSequence<string>(value);
    }

    /// <summary>Finds and measures the smiles of a face in a clip.</summary>
    /// <param name="series">Columns of the lip corners, or of AU12, with ascending times.</param>
    /// <param name="options">How smiles are measured. Default: lip corners where there are any.</param>
    /// <returns>No smile where there is none, where too few frames are measured, or where the mouth does not move; <see cref="ToString"/> says so.</returns>
    /// <exception cref="ArgumentException">The series has neither lip corners nor AU12, or not those that the options ask for; times that do not ascend;
    /// a column of another length; an option out of its range.</exception>
    public static SmileDynamics Measure(FaceSeries series, SmileDynamicsOptions? options = null)
    {
        options ??= new();
        options.Check();
        SeriesCheck.Check(series);
        bool[] blinks = Blinks.Of(series);
        MouthMovement movement = MouthMovement.Of(series, blinks, options);
        List<LeftOutMovement> leftOut = [];
        List<EpisodeTimes> found = EpisodeFinder.Find(movement, options, leftOut);
        FaceTracks tracks = new(series, blinks, options);
        return new()
        {
            Series = series,
            Options = options,
            Signal = movement.Signal,
            Episodes = [.. found.Select((times, at) => EpisodeMeasures.Of(series, movement, tracks, times, at + 1, options))],
            Courses = movement.Courses,
            Rest = movement.Rest,
            Gaps = MovementGaps.Of(series, movement.Samples, options.BridgeSeconds),
            LeftOut = [.. leftOut],
            Remarks = MovementRemarks.Of(series, movement, blinks),
        };
    }

    /// <summary>One line, as in <c>clip.mp4, face 0: 2 smiles in 12.0 s (lip corners).</c></summary>
    public override string ToString()
    {
        string smiles = Episodes.Length switch { 0 => "no smile", 1 => "1 smile", int many => string.Create(CultureInfo.InvariantCulture, $"{many} smiles") };
        string why = Courses.IsEmpty ? ": the movement is measured in too few frames" : Episodes.IsEmpty && LeftOut.IsEmpty ? ": the mouth does not rise and fall enough" : "";
        string left = LeftOut.IsEmpty ? "" : LeftOut.Length == 1 ? "; 1 movement left out" : string.Create(CultureInfo.InvariantCulture, $"; {LeftOut.Length} movements left out");
        double seconds = Series.Count == 0 ? 0 : Series.Times[^1] - Series.Times[0];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Path.GetFileName(Series.Clip)}, face {Series.Face}: {smiles} in {seconds:0.0} s ({NameOf(Signal)}){why}{left}.{(Series.Simulated is null ? "" : $" {Series.Simulated}")}");
    }

    /// <summary>A signal in words.</summary>
    internal static string NameOf(SmileSignal signal) => signal == SmileSignal.LipCorners ? "lip corners" : "AU12";
}
