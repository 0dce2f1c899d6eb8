// What a video is, before a frame of it is read: the JSON that ffprobe writes.
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace SmileNotebooks;

/// <summary>Asks ffprobe about a file.</summary>
internal static class VideoProbe
{
    private const string ExpectedVideo = "a video that ffmpeg reads";

    /// <exception cref="VideoException">The file is no video, or ffprobe is missing.</exception>
    public static VideoFacts Ask(string path)
    {
        ThrowIfNoFile(path);
        string[] arguments =
        [
            "-v", "error", "-protocol_whitelist", "file", .. InputFormat(path), "-show_streams", "-show_format", "-of", "json", "-i", FfmpegProgram.Address(path),
        ];
        using Process process = FfmpegProgram.Start("ffprobe", arguments, path);
        try
        {
            process.StandardInput.Close();
            Task<string> messages = process.StandardError.ReadToEndAsync();
            string json = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? Read(json, path) : throw new VideoException(path, null, Unreadable(messages.Result, path), ExpectedVideo);
        }
        finally
        {
            FfmpegProgram.End(process);
        }
    }

    /// <summary>Options that keep ffmpeg from taking a name such as <c>a%03d.gif</c> for a pattern of many files.</summary>
    public static string[] InputFormat(string path) =>
        path.Contains('%', StringComparison.Ordinal) && path.EndsWith(".gif", StringComparison.OrdinalIgnoreCase) ? ["-f", "gif"] : [];

    private static void ThrowIfNoFile(string path)
    {
        if (Directory.Exists(path))
        {
            throw new VideoException(path, null, "a folder", $"a video file ({nameof(FrameFolder)} reads a folder of pictures)");
        }

        if (!File.Exists(path))
        {
            throw new VideoException(path, null, "no such file", ExpectedVideo);
        }

        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            if (file.CanSeek && file.Length == 0)
            {
                throw new VideoException(path, null, "a file of 0 bytes", ExpectedVideo);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new VideoException(path, null, $"an error while reading ({exception.Message.TrimEnd('.')})", "a file that can be read", exception);
        }
    }

    /// <summary>What ffprobe said, in one clause.</summary>
    private static string Unreadable(string messages, string path)
    {
        // ffprobe takes anything of that name for one, so the file's beginning is looked at, too.
        if (messages.Contains("moov atom not found", StringComparison.Ordinal) && BeginsAsMp4(path))
        {
            return "an MP4 or MOV file without its index (\"moov\"), as a recording that was cut short leaves it";
        }

        string reason = messages.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "no reason given";
        string address = FfmpegProgram.Address(path) + ": ";
        reason = reason.StartsWith(address, StringComparison.Ordinal) ? reason[address.Length..] : reason;
        return reason == "Invalid data found when processing input" || messages.Contains("moov atom not found", StringComparison.Ordinal)
            ? "a file of no kind that ffmpeg knows, or one whose beginning is damaged"
            : $"a file that ffmpeg cannot open ({reason.TrimEnd('.')})";
    }

    private static bool BeginsAsMp4(string path)
    {
        Span<byte> start = stackalloc byte[8];
        using FileStream file = File.OpenRead(path);
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
            && (start[4..].SequenceEqual("ftyp"u8) || start[4..].SequenceEqual("mdat"u8) || start[4..].SequenceEqual("wide"u8));
    }

    private static VideoFacts Read(string json, string path)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        string format = document.RootElement.TryGetProperty("format", out JsonElement container) ? Text(container, "format_name") ?? "" : "";

        // ffmpeg reads single pictures as videos of one frame, and any text as a terminal's drawing.
        if (format == "tty" || format == "image2" || format.EndsWith("_pipe", StringComparison.Ordinal))
        {
            throw new VideoException(path, null, format == "tty" ? "text" : $"a single picture ({format.Replace("_pipe", "", StringComparison.Ordinal)})", ExpectedVideo);
        }

        JsonElement[] streams = document.RootElement.TryGetProperty("streams", out JsonElement all) ? [.. all.EnumerateArray()] : [];
        JsonElement[] videos = [.. streams.Where(stream => Text(stream, "codec_type") == "video")];
        JsonElement[] moving = [.. videos.Where(stream => !IsCover(stream))];
        if (moving.Length == 0)
        {
            bool hasSound = streams.Any(stream => Text(stream, "codec_type") == "audio");
            throw new VideoException(
                path,
                null,
                (hasSound, videos.Length > 0) switch
                {
                    (true, true) => "sound with a cover picture, but no video stream",
                    (true, false) => "sound, but no video stream",
                    _ => "no video stream",
                },
                ExpectedVideo);
        }

        return Facts(moving[0], container, format, path);
    }

    private static bool IsCover(JsonElement stream) =>
        stream.TryGetProperty("disposition", out JsonElement disposition) && disposition.TryGetProperty("attached_pic", out JsonElement flag) && flag.GetInt32() == 1;

    private static VideoFacts Facts(JsonElement stream, JsonElement container, string format, string path)
    {
        int width = (int)(Number(stream, "width") ?? 0);
        int height = (int)(Number(stream, "height") ?? 0);
        if (width < 1 || height < 1)
        {
            throw new VideoException(path, null, "a video stream whose frames have no size, as where its beginning is damaged", ExpectedVideo);
        }

        double rotation = RotationOf(stream);
        (int squareWidth, int squareHeight) = Squared(width, height, Ratio(Text(stream, "sample_aspect_ratio"), ':') ?? 1);
        bool isStretched = (squareWidth, squareHeight) != (width, height);
        bool isTurned = Math.Abs((rotation % 180) - 90) < 1;
        if ((long)squareWidth * squareHeight > PictureLimits.Default.MaxPixels)
        {
            throw new VideoException(path, null, $"frames of {squareWidth} x {squareHeight} pixels", $"at most {PictureLimits.Default.MaxPixels} pixels a frame");
        }

        double? average = Ratio(Text(stream, "avg_frame_rate"), '/');
        double? basic = Ratio(Text(stream, "r_frame_rate"), '/');
        double? duration = Number(stream, "duration") ?? Number(container, "duration");
        double? rate = average ?? basic;
        double? count = Number(stream, "nb_frames") ?? Math.Round((duration * rate) ?? double.NaN);
        return new VideoFacts(
            (int)(Number(stream, "index") ?? 0),
            isTurned ? squareHeight : squareWidth,
            isTurned ? squareWidth : squareHeight,
            isStretched,
            rotation,
            rate,
            average is { } mean && basic is { } grid && Math.Abs(mean - grid) > 0.005 * grid,
            duration,
            count is >= 1 and <= int.MaxValue ? (int)count : null,
            Text(stream, "codec_name") ?? "unknown",
            format);
    }

    /// <summary>The size in square pixels: the side that has too few is lengthened, so that nothing is lost.</summary>
    private static (int Width, int Height) Squared(int width, int height, double aspect) =>
        aspect >= 1 ? ((int)Math.Round(width * aspect), height) : (width, (int)Math.Round(height / aspect));

    /// <summary>Clockwise, as ffmpeg turns the frames; its display matrix counts the other way round.</summary>
    private static double RotationOf(JsonElement stream)
    {
        double matrix = stream.TryGetProperty("side_data_list", out JsonElement sides)
            ? sides.EnumerateArray().Select(side => Number(side, "rotation")).FirstOrDefault(found => found is not null) ?? 0
            : 0;
        double clockwise = -matrix % 360;
        return clockwise < 0 ? clockwise + 360 : clockwise + 0;
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value)
            ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText()
            : null;

    private static double? Number(JsonElement element, string name) =>
        double.TryParse(Text(element, name), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;

    /// <summary>As in <c>30000/1001</c> or <c>16:15</c>; null where either part is missing or not positive.</summary>
    private static double? Ratio(string? text, char sign)
    {
        string[] parts = text?.Split(sign) ?? [];
        return parts.Length == 2
            && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double above) && above > 0
            && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double below) && below > 0
            ? above / below
            : null;
    }
}
