// The measures of one smile. Formulae: docs/methods.md, "Smiles in time".
namespace SmileNotebooks;

/// <summary>Measures smiles.</summary>
internal static class EpisodeMeasures
{
    public static SmileEpisode Of(FaceSeries series, MouthMovement movement, FaceTracks tracks, EpisodeTimes times, int number, SmileDynamicsOptions options)
    {
        SmileCourse course = times.Course;
        double onsetStart = course.TimeAt(times.OnsetStart);
        double apexStart = course.TimeAt(times.ApexStart);
        double offsetStart = course.TimeAt(times.OffsetStart);
        double offsetEnd = course.TimeAt(times.OffsetEnd);
        (double from, double until) = (course.TimeAt(times.From), course.TimeAt(times.Until));
        PhaseMovement onset = PhaseMovement.Of(course, times.OnsetStart, times.ApexStart, 1);
        PhaseMovement offset = PhaseMovement.Of(course, times.OffsetStart, times.OffsetEnd, -1);
        double apexFrom = double.IsNaN(apexStart) ? from : apexStart;
        double apexUntil = double.IsNaN(offsetStart) ? until : offsetStart;
        int[] apex = tracks.Frames(apexFrom, apexUntil, withoutBlinks: true);
        int[] rest = RestFrames(tracks, onsetStart, offsetEnd, options, withoutBlinks: true);
        double au12 = FaceTracks.Median(tracks.AU12, apex);
        double au06 = FaceTracks.Median(tracks.AU06, apex);
        (double asymmetry, double asymmetrySeconds) = SideMeasures.Of(movement, tracks, onsetStart, offsetEnd, apexFrom, apexUntil, options);
        return new()
        {
            Number = number,
            Clip = series.Clip,
            Face = series.Face,
            Signal = movement.Signal,
            Simulated = series.Simulated,
            OnsetStart = onsetStart,
            ApexStart = apexStart,
            OffsetStart = offsetStart,
            OffsetEnd = offsetEnd,
            From = from,
            Until = until,
            Peaks = times.Smile.Peaks,
            Height = Math.Max(times.Rise.Level, times.Fall.Level) - Math.Min(times.Rise.Rest, times.Fall.Rest),
            OnsetAmplitude = times.Rise.IsCut ? double.NaN : times.Rise.Level - times.Rise.Rest,
            OffsetAmplitude = times.Fall.IsCut ? double.NaN : times.Fall.Level - times.Fall.Rest,
            OnsetSpeedMean = onset.SpeedMean,
            OnsetSpeedMax = onset.SpeedMax,
            OffsetSpeedMean = offset.SpeedMean,
            OffsetSpeedMax = offset.SpeedMax,
            OnsetAccelerationMax = onset.AccelerationMax,
            OffsetAccelerationMax = offset.AccelerationMax,
            Irregularity = PhaseMovement.Irregularity(onset, offset),
            Asymmetry = asymmetry,
            OnsetAsymmetrySeconds = asymmetrySeconds,
            AU12Apex = au12,
            AU06Apex = au06,
            AU06BeyondAU12 = ActionUnits.BeyondAU12(au06, au12),
            AU06OnsetLag = Lag(tracks, times, onsetStart, apexFrom, apexUntil, au12, au06, options),
            EyeClosing = 1 - (FaceTracks.Median(tracks.Eyes, apex) / FaceTracks.Median(tracks.Eyes, rest)),
            CrowsFeet = CrowsFeet(tracks, apex, rest),
        };
    }

    /// <summary>Each side against itself: a side is withheld where it is turned away or glares, and the lines of rest are not the same on both.</summary>
    private static double CrowsFeet(FaceTracks tracks, int[] apex, int[] rest)
    {
        double right = FaceTracks.Median(tracks.CrowsFeetRight, apex) - FaceTracks.Median(tracks.CrowsFeetRight, rest);
        double left = FaceTracks.Median(tracks.CrowsFeetLeft, apex) - FaceTracks.Median(tracks.CrowsFeetLeft, rest);
        return double.IsNaN(right) ? left : double.IsNaN(left) ? right : (right + left) / 2;
    }

    /// <summary>The frames of rest before the smile; those after it where the beginning is not seen; none where neither is.</summary>
    internal static int[] RestFrames(FaceTracks tracks, double onsetStart, double offsetEnd, SmileDynamicsOptions options, bool withoutBlinks) =>
        !double.IsNaN(onsetStart) ? tracks.Frames(onsetStart - options.RestSeconds, onsetStart, withoutBlinks)
        : !double.IsNaN(offsetEnd) ? tracks.Frames(offsetEnd, offsetEnd + options.RestSeconds, withoutBlinks)
        : [];

    private static double Lag(
        FaceTracks tracks, EpisodeTimes times, double onsetStart, double apexFrom, double apexUntil, double au12, double au06, SmileDynamicsOptions options)
    {
        if (double.IsNaN(onsetStart))
        {
            return double.NaN;
        }

        int[] before = tracks.Frames(onsetStart - options.RestSeconds, onsetStart, withoutBlinks: true);
        double cheek = tracks.HalfRise(tracks.AU06, FaceTracks.Median(tracks.AU06, before), au06, onsetStart, apexFrom, apexUntil);
        double corner = tracks.HalfRise(tracks.AU12, FaceTracks.Median(tracks.AU12, before), au12, onsetStart, apexFrom, apexUntil);

        // Without a column of AU12 its movement is that of the lip corners.
        return cheek - (tracks.AU12 is null ? times.Course.TimeAt(times.OnsetHalf) : corner);
    }
}
