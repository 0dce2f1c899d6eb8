using System.Globalization;

namespace SmileNotebooks;

/// <summary>Frame rates as video files hold them: fractions.</summary>
internal static class FrameRates
{
    public static void ThrowIfNotPositive(double frameRate)
    {
        if (!(frameRate > 0) || !double.IsFinite(frameRate))
        {
            throw new ArgumentOutOfRangeException(nameof(frameRate), frameRate, "A frame rate is a number above 0, in frames per second.");
        }
    }

    /// <summary>A rate as ffmpeg takes it. The rates of NTSC are written as 29.97 but are 30000/1001: what is within 0.001 of such a rate is taken for it.</summary>
    public static string AsFraction(double frameRate)
    {
        double whole = Math.Round(frameRate);
        double ntsc = Math.Round(frameRate * 1.001);
        return whole == frameRate || whole == 0
            ? frameRate.ToString("R", CultureInfo.InvariantCulture)
            : Math.Abs(frameRate - (ntsc * 1000 / 1001)) < 0.001
                ? string.Create(CultureInfo.InvariantCulture, $"{ntsc * 1000:0}/1001")
                : frameRate.ToString("R", CultureInfo.InvariantCulture);
    }
}
