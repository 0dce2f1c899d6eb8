// Counts of a clip while it is being measured. Small whatever the length of the clip, and kept with a checkpoint: a run that goes on counts on.
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmileNotebooks;

/// <summary>Counts frames, people and gaps. Frames are added in their order.</summary>
public sealed class FaceVideoTally
{
    [JsonInclude]
    private Dictionary<int, PersonTally> People { get; init; } = [];

    /// <summary>Frames so far.</summary>
    [JsonInclude]
    public int Frames { get; private set; }

    /// <summary>Frames in which nobody was found.</summary>
    [JsonInclude]
    public int FramesWithoutFace { get; private set; }

    /// <summary>Faces that were found but could not be measured: see <see cref="MeasuredFrame.Unmeasurable"/>.</summary>
    [JsonInclude]
    public int Unmeasurable { get; private set; }

    /// <summary>When the last frame so far is shown, seconds.</summary>
    [JsonInclude]
    public double LastTime { get; private set; }

    /// <summary>How often the tracker gave the face that counts as person 0 another number: where one face is followed it may be another person's, or one that was away for long.</summary>
    [JsonInclude]
    public int Changes { get; private set; }

    /// <summary>The highest smile score so far, 0 to 100; 0 where there was no face.</summary>
    [JsonInclude]
    public double HighestSmile { get; private set; }

    /// <summary>When the highest smile score is reached first, seconds.</summary>
    [JsonInclude]
    public double HighestSmileTime { get; private set; }

    [JsonInclude]
    private int? LastTrack { get; set; }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="FormatException">Another text.</exception>
    public static FaceVideoTally FromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<FaceVideoTally>(json) ?? throw new FormatException("Counts of a clip were expected, found null.");
        }
        catch (JsonException error)
        {
            throw new FormatException($"Counts of a clip were expected, found another text ({error.Message}).", error);
        }
    }

    /// <summary>The counts so far, to be kept in a file.</summary>
    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>Counts the next frame.</summary>
    public void Add(MeasuredFrame frame)
    {
        foreach (MeasuredFace face in frame.Faces)
        {
            if (!People.TryGetValue(face.Person, out PersonTally? person))
            {
                People.Add(face.Person, person = new PersonTally());
            }

            person.Find(Frames, frame.Time);
            if (face.Smile.Score > HighestSmile)
            {
                (HighestSmile, HighestSmileTime) = (face.Smile.Score, frame.Time);
            }

            if (face.Person == 0)
            {
                Changes += LastTrack is { } last && last != face.Face.Track ? 1 : 0;
                LastTrack = face.Face.Track;
            }
        }

        Frames++;
        FramesWithoutFace += frame.Faces.IsEmpty ? 1 : 0;
        Unmeasurable += frame.Unmeasurable;
        LastTime = frame.Time;
    }

    /// <summary>In which frames each person was found, in the order of their numbers.</summary>
    public ImmutableArray<FacePresence> Presence() =>
        [.. People.OrderBy(one => one.Key).Select(one => one.Value.Presence(one.Key, Frames, LastTime))];

    /// <summary>One person's frames so far.</summary>
    internal sealed class PersonTally
    {
        [JsonInclude]
        public List<FaceGap> Gaps { get; init; } = [];

        [JsonInclude]
        public int Found { get; set; }

        [JsonInclude]
        public int NextFrame { get; set; }

        /// <summary>When the last frame with this person is shown.</summary>
        [JsonInclude]
        public double LastSeen { get; set; }

        public void Find(int frame, double time)
        {
            if (frame > NextFrame)
            {
                Gaps.Add(new FaceGap(NextFrame, frame - NextFrame, LastSeen, time));
            }

            Found++;
            NextFrame = frame + 1;
            LastSeen = time;
        }

        public FacePresence Presence(int person, int frames, double lastTime) => new(person, Found)
        {
            Gaps = frames > NextFrame ? [.. Gaps, new FaceGap(NextFrame, frames - NextFrame, LastSeen, lastTime)] : [.. Gaps],
        };
    }
}
