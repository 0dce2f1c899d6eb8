// How far a loop of a cell has come, as a value that is shown and updated.
using System.Collections.Immutable;
using System.Globalization;
using System.Net;

namespace SmileNotebooks.Host;

internal sealed class ProgressBar
{
    private const int TextWidth = 30;
    private const string Element = "<progress aria-label=";

    // Ten times a second is smooth to the eye and light for a front end.
    private static readonly TimeSpan s_shortestPause = TimeSpan.FromMilliseconds(100);

    private readonly CellContext _cell;
    private readonly string _displayId;
    private readonly string _title;
    private readonly long? _total;
    private readonly long _start;
    private long _drawn;
    private long _begun;

    private ProgressBar(CellContext cell, string displayId, string title, long? total)
    {
        (_cell, _displayId, _title, _total) = (cell, displayId, title, total);
        _start = _drawn = cell.Clock.GetTimestamp();
    }

    /// <summary>Shows a bar in the cell that runs; none where no cell does.</summary>
    public static ProgressBar? Begin(Func<string> newDisplayId, string title, long? total)
    {
        if (CellContext.Current is not { } cell)
        {
            return null;
        }

        ProgressBar bar = new(cell, newDisplayId(), title, total);
        cell.Put(new DisplayOutput(bar.Live(), bar._displayId));
        return bar;
    }

    /// <summary>What a bar that still moves says as text; null for all else that is shown.</summary>
    public static string? LiveText(MimeBundle shown) =>
        shown[Formatting.HtmlType]?.Contains(Element, StringComparison.Ordinal) == true ? shown[Formatting.PlainType] : null;

    /// <summary>An item is begun: the ones before it are done.</summary>
    public void Next()
    {
        _begun++;
        if (_cell.Clock.GetElapsedTime(_drawn) >= s_shortestPause)
        {
            _drawn = _cell.Clock.GetTimestamp();
            _cell.Put(new DisplayUpdate(Live(), _displayId));
        }
    }

    /// <summary>Leaves a line behind.</summary>
    /// <param name="whole">Whether the sequence was enumerated to its end.</param>
    public void End(bool whole)
    {
        string line = whole
            ? $"{Title}{(_total == _begun ? CountOf(_begun) : Number(_begun))} in {Duration(Elapsed)}"
            : $"{Title}stopped after {CountOf(_begun)} in {Duration(Elapsed)}";
        _cell.Put(new DisplayUpdate(BundleOf(line, $"<div>{WebUtility.HtmlEncode(line)}</div>"), _displayId));
    }

    private string Title => _title.Length == 0 ? "" : _title + ": ";

    private TimeSpan Elapsed => _cell.Clock.GetElapsedTime(_start);

    private MimeBundle Live()
    {
        long done = Math.Max(0, _begun - 1);
        string state = CountOf(done) + Remaining(done);
        string label = WebUtility.HtmlEncode(_title.Length == 0 ? "Progress" : _title);
        string extent = _total is > 0 and long total ? string.Create(CultureInfo.InvariantCulture, $" value=\"{Math.Min(done, total)}\" max=\"{total}\"") : "";
        return BundleOf(
            $"{Title}{TextBar(done)}{state}",
            $"<div>{WebUtility.HtmlEncode(Title)}{Element}\"{label}\"{extent}></progress> {state}</div>");
    }

    private string TextBar(long done)
    {
        if (_total is not > 0)
        {
            return "";
        }

        int filled = (int)Math.Clamp(TextWidth * (double)done / _total.Value, 0, TextWidth);
        return $"[{new string('#', filled)}{new string('.', TextWidth - filled)}] ";
    }

    private string Remaining(long done)
    {
        if (_total is not { } total || done <= 0 || done >= total)
        {
            return "";
        }

        return $", about {Duration(Elapsed * ((double)(total - done) / done))} left";
    }

    private string CountOf(long count) => _total is { } total ? $"{Number(count)} of {Number(total)}" : Number(count);

    private static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Duration(TimeSpan time) => time.TotalSeconds < 60
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalMinutes} min {time.Seconds} s");

    private static MimeBundle BundleOf(string plain, string html) =>
        new(ImmutableSortedDictionary<string, string>.Empty.Add(Formatting.PlainType, plain).Add(Formatting.HtmlType, html));
}
