using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmileNotebooks;

/// <summary>Where the measuring of a clip stands after a frame. A run with <see cref="FaceVideoOptions.ResumeAfter"/> gives for the frames after it exactly what a run from the
/// beginning gives, if clip, models and options are the same; the frames before are decoded, not measured.</summary>
public sealed record FaceVideoCheckpoint
{
    /// <summary>The last frame that is done, from 0.</summary>
    public required int Frame { get; init; }

    [JsonInclude]
    internal FaceTrackerState Tracker { get; init; } = new(0, 0, 0, 0, [], []);

    [JsonInclude]
    internal Dictionary<int, byte[]> Smoothing { get; init; } = [];

    /// <summary>The checkpoint as JSON, to be kept in a file.</summary>
    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="FormatException">Another text.</exception>
    public static FaceVideoCheckpoint FromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<FaceVideoCheckpoint>(json) ?? throw new FormatException("A checkpoint was expected, found null.");
        }
        catch (JsonException error)
        {
            throw new FormatException($"A checkpoint of a clip was expected, found another text ({error.Message}).", error);
        }
    }

    /// <summary>As in <c>after frame 199</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"after frame {Frame}");
}
