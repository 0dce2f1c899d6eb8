// The annotations of an EDF+ file, and when its records begin.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Reads the annotation signals of all records, and nothing else of the file.</summary>
internal sealed class EdfAnnotations
{
    private readonly RecordingFile _file;
    private readonly EdfHeader _header;
    private readonly EdfRuns _runs;
    private readonly List<(decimal Onset, double Duration, string Text)> _annotations = [];
    private long _unreadable;
    private long _firstUnreadable;

    private EdfAnnotations(RecordingFile file, EdfHeader header)
    {
        _file = file;
        _header = header;
        double fastest = header.Signals.Where(signal => !signal.IsAnnotations).Max(signal => signal.SamplesPerRecord / header.RecordDuration);
        _runs = new EdfRuns(header.RecordDuration, fastest);
    }

    /// <summary>When the first record begins, in seconds after the start that the header gives.</summary>
    public decimal FirstOnset { get; private set; }

    /// <summary>Onsets are counted from the first record.</summary>
    public ImmutableArray<RecordingEvent> Events => [.. _annotations.Select(one => new RecordingEvent((double)(one.Onset - FirstOnset), one.Text, one.Duration))];

    /// <summary>Pauses of a discontinuous file lie between them.</summary>
    public ImmutableArray<RecordRun> Runs { get; private set; }

    /// <param name="file">The file.</param>
    /// <param name="header">Its header, with at least one signal that is not of annotations.</param>
    /// <param name="records">How many whole records there are.</param>
    /// <param name="remarks">Receives what could not be read.</param>
    /// <exception cref="RecordingException">A record of a discontinuous file does not tell when it begins.</exception>
    public static EdfAnnotations Read(RecordingFile file, EdfHeader header, long records, List<string> remarks)
    {
        EdfAnnotations annotations = new(file, header);
        EdfSignal[] signals = [.. header.Signals.Where(signal => signal.IsAnnotations && signal.SamplesPerRecord > 0)];
        for (int i = 0; i < signals.Length; i++)
        {
            bool first = i == 0;
            RecordPieces.Visit(
                file, header.Bytes + signals[i].Offset, signals[i].SamplesPerRecord * header.SampleBytes, header.RecordBytes, records,
                (record, position, bytes) => annotations.Take(record, position, bytes, first));
        }

        if (header.IsDiscontinuous && signals.Length == 0)
        {
            throw new RecordingException(file.Path, "byte 192", $"{header.Reserved} without annotations", "annotations that tell when each record begins");
        }

        annotations.Runs = header.IsDiscontinuous ? annotations._runs.Runs : records == 0 ? [] : [new RecordRun(0, 0, records)];
        annotations.Remark(remarks);
        return annotations;
    }

    private void Take(long record, long position, ReadOnlySpan<byte> bytes, bool isFirstSignal)
    {
        bool keepsTime = isFirstSignal;
        for (int start = 0; start < bytes.Length;)
        {
            int length = bytes[start..].IndexOf((byte)0);
            length = length < 0 ? bytes.Length - start : length;
            if (length > 0)
            {
                EdfTal? tal = EdfTal.Parse(bytes.Slice(start, length));
                if (keepsTime)
                {
                    BeginRecord(record, position + start, tal);
                    keepsTime = false;
                }

                Keep(tal, position + start);
            }

            start += length + 1;
        }

        if (keepsTime)
        {
            BeginRecord(record, position, null);
        }
    }

    private void BeginRecord(long record, long position, EdfTal? tal)
    {
        tal = tal is { IsTimeKeeping: true } ? tal : null;
        if (record == 0)
        {
            FirstOnset = tal?.Onset ?? 0;
        }

        if (!_header.IsDiscontinuous)
        {
            return;
        }

        string? wrong = tal is null ? $"no onset of record {record}" : _runs.Add((double)(tal.Onset - FirstOnset));
        if (wrong is not null)
        {
            throw new RecordingException(_file.Path, $"byte {position}", wrong, "the onset of a record of a discontinuous file, later than the record before");
        }
    }

    private void Keep(EdfTal? tal, long position)
    {
        if (tal is null)
        {
            _firstUnreadable = _unreadable++ == 0 ? position : Math.Min(position, _firstUnreadable);
            return;
        }

        foreach (string text in tal.Texts.Where(text => text.Length > 0))
        {
            _annotations.Add((tal.Onset, tal.Duration, text));
        }
    }

    private void Remark(List<string> remarks)
    {
        if (_unreadable > 0)
        {
            remarks.Add($"{_unreadable} annotation{(_unreadable == 1 ? " is" : "s are")} no annotation of EDF+ and left out; the first is at byte {_firstUnreadable}.");
        }

        if (_runs.Overlaps > 0)
        {
            remarks.Add($"Records that seem to begin up to two samples before the one before them ends: {_runs.Overlaps}; each follows it here.");
        }
    }
}
