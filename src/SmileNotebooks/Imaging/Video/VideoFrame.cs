namespace SmileNotebooks;

/// <summary>One frame of a video.</summary>
/// <param name="Index">Its number in the video, from 0, counting every frame that the video holds.</param>
/// <param name="Time">When it is shown, seconds from the first frame; from the file's own time stamps, not from a nominal frame rate.</param>
/// <param name="Picture">Its pixels, upright.</param>
public sealed record VideoFrame(int Index, double Time, Picture Picture);
