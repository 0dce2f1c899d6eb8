// The annotations of an EDF+ file that is written.
using System.Globalization;
using System.Text;

namespace SmileNotebooks;

/// <summary>Packs annotations into records: each record begins with its own onset, then come as many annotations, in order, as fit.</summary>
internal sealed class EdfTalWriter
{
    private const double GreatestSeconds = 1e12;

    private readonly EdfPlan _plan;
    private readonly decimal _fraction;
    private readonly List<byte[]> _annotations = [];
    private int _run;
    private int _next;

    /// <param name="recording">Whose events they are.</param>
    /// <param name="plan">The records.</param>
    /// <exception cref="ArgumentException">An event that EDF+ cannot hold.</exception>
    public EdfTalWriter(Recording recording, EdfPlan plan)
    {
        _plan = plan;
        _fraction = (decimal)((recording.Start?.Ticks ?? 0) % TimeSpan.TicksPerSecond) / TimeSpan.TicksPerSecond;
        if (recording.Simulated is { } simulated)
        {
            _annotations.Add(Annotation(new RecordingEvent(0, EdfMarks.Simulated + simulated)));
        }

        _annotations.AddRange(recording.Events.Select(Annotation));
        if (plan.End is { } end)
        {
            _annotations.Add(Annotation(new RecordingEvent(end, EdfMarks.End)));
        }

        Bytes = LeastBytes();
    }

    /// <summary>Bytes of annotations in each record; even.</summary>
    public int Bytes { get; }

    /// <summary>Writes the annotations of a record; records are written in order.</summary>
    /// <param name="record">From 0.</param>
    /// <param name="destination">As many as <see cref="Bytes"/>.</param>
    public void Write(long record, Span<byte> destination)
    {
        destination.Clear();
        byte[] onset = Onset(record, ref _run);
        onset.CopyTo(destination);
        destination = destination[onset.Length..];
        for (; _next < _annotations.Count && _annotations[_next].Length <= destination.Length; _next++)
        {
            _annotations[_next].CopyTo(destination);
            destination = destination[_annotations[_next].Length..];
        }
    }

    private int LeastBytes()
    {
        int run = 0;
        int[] onsets = [.. Enumerable.Range(0, checked((int)_plan.Records)).Select(record => Onset(record, ref run).Length)];
        int bytes = onsets.Max() + _annotations.Select(annotation => annotation.Length).DefaultIfEmpty(0).Max();
        bytes = Math.Max(bytes, (int)(_annotations.Sum(annotation => (long)annotation.Length) / onsets.Length));
        for (bytes += bytes % 2; !Holds(onsets, bytes); bytes += 2)
        {
        }

        return bytes;
    }

    private bool Holds(int[] onsets, int bytes)
    {
        int next = 0;
        foreach (int onset in onsets)
        {
            for (int room = bytes - onset; next < _annotations.Count && _annotations[next].Length <= room; next++)
            {
                room -= _annotations[next].Length;
            }
        }

        return next == _annotations.Count;
    }

    private byte[] Onset(long record, ref int run)
    {
        run += run + 1 < _plan.Runs.Length && _plan.Runs[run + 1].First == record ? 1 : 0;
        decimal onset = _fraction + Exact(_plan.Runs[run].Onset) + ((record - _plan.Runs[run].First) * Exact(_plan.Duration));
        return Encoding.ASCII.GetBytes($"{Text(onset)}\u0014\u0014\0");
    }

    private byte[] Annotation(RecordingEvent one)
    {
        if (!(Math.Abs(one.Onset) <= GreatestSeconds && one.Duration >= 0 && one.Duration <= GreatestSeconds))
        {
            throw new ArgumentException(FormattableString.Invariant($"Event {one.Label} begins at {one.Onset} s and lasts {one.Duration} s, expected numbers up to {GreatestSeconds}, and no negative duration."));
        }

        if (one.Label.Length == 0 || one.Label.AsSpan().ContainsAny('\0', '\u0014', '\u0015'))
        {
            throw new ArgumentException(FormattableString.Invariant($"The event at {one.Onset} s has {(one.Label.Length == 0 ? "no label" : "a label with a control character that ends texts in EDF+")}, expected a text."));
        }

        string duration = one.Duration > 0 ? $"\u0015{Text(Exact(one.Duration))[1..]}" : "";
        return Encoding.UTF8.GetBytes($"{Text(_fraction + Exact(one.Onset))}{duration}\u0014{one.Label}\u0014\0");
    }

    // The digits that identify the double: sums and differences of onsets give it back.
    private static decimal Exact(double seconds) => decimal.Parse(seconds.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string Text(decimal seconds) => seconds.ToString("+0.############################;-0.############################;+0", CultureInfo.InvariantCulture);
}
