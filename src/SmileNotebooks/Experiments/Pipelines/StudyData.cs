// What an analysis begins with, whatever it was recorded with: so that one notebook runs on recordings and on clips.
namespace SmileNotebooks;

/// <summary>The data of a study: recordings of electromyograms, or epochs that were cut before, such as those of clips. Immutable.</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed class StudyData
{
    private StudyData(RecordingSet? recordings, Epochs? epochs) => (Recordings, Epochs) = (recordings, epochs);

    /// <summary>The recordings; null where epochs were cut before.</summary>
    public RecordingSet? Recordings { get; }

    /// <summary>The epochs; null where there are recordings.</summary>
    public Epochs? Epochs { get; }

    /// <summary>Whether epochs were cut before: then filters, epochs and bins are chosen already.</summary>
    public bool IsCut => Epochs is not null;

    /// <summary>A study of recordings.</summary>
    public static StudyData Of(RecordingSet recordings)
    {
        ArgumentNullException.ThrowIfNull(recordings);
        return new(recordings, null);
    }

    /// <summary>A study of epochs, such as those of <see cref="ClipList.Epochs"/>.</summary>
    public static StudyData Of(Epochs epochs)
    {
        ArgumentNullException.ThrowIfNull(epochs);
        return new(null, epochs);
    }

    /// <summary>What suits a channel of the first recording (<see cref="EmgProcessing.For"/>), with a notch where the recording says its mains frequency; as recorded for
    /// epochs.</summary>
    /// <param name="muscle">The name of the channel.</param>
    /// <exception cref="ArgumentException">There is no recording, or no such channel in the first; the message names those that there are.</exception>
    public EmgProcessing ProcessingFor(string muscle)
    {
        if (Recordings is null)
        {
            return EmgProcessing.AsRecorded;
        }

        Recording first = Recordings.Count > 0 ? Recordings[0] : throw new ArgumentException("The study has no recording.");
        return EmgProcessing.For(first[muscle], first.PowerLineFrequency);
    }

    /// <summary>The quality of a channel in each recording; of epochs, how much of each participant's is missing.</summary>
    /// <param name="muscle">The name of the channel.</param>
    /// <param name="options">Limits; null for the defaults.</param>
    /// <exception cref="ArgumentException">A recording has no such channel; the message names those that there are.</exception>
    /// <exception cref="RecordingException">A file cannot be read.</exception>
    public StudyQuality Quality(string muscle, QualityOptions? options = null) => Recordings is not null ? StudyQuality.Of(Recordings, muscle, options) : StudyQuality.Of(Epochs!);

    /// <summary>As in <c>20 recordings</c>, or what the epochs say.</summary>
    public override string ToString() => Recordings?.ToString() ?? Epochs!.ToString();
}
