namespace SmileNotebooks;

/// <summary>How a smile differs between the sides of the face.</summary>
internal static class SideMeasures
{
    /// <summary>Asymmetry of size, (L - R) / (L + R), and of time, the left's delay in seconds. NaN where there are no sides or no rest.</summary>
    public static (double Size, double Seconds) Of(
        MouthMovement movement, FaceTracks tracks, double onsetStart, double offsetEnd, double apexFrom, double apexUntil, SmileDynamicsOptions options)
    {
        // Blinks move no lip.
        int[] rest = EpisodeMeasures.RestFrames(tracks, onsetStart, offsetEnd, options, withoutBlinks: false);
        int[] apex = tracks.Frames(apexFrom, apexUntil, withoutBlinks: false);
        (int first, int last) = tracks.Around(onsetStart, offsetEnd, apexFrom, apexUntil);
        (double[]? right, double[]? left) = movement.Corners is { } corners
            ? corners.Ways(corners.Median(Measured(movement, rest)), first, last)
            : (tracks.AU12Right, tracks.AU12Left);
        if (right is null || left is null || rest.Length == 0)
        {
            return (double.NaN, double.NaN);
        }

        (double rightBefore, double leftBefore) = (FaceTracks.Median(right, rest), FaceTracks.Median(left, rest));
        (double rightApex, double leftApex) = (FaceTracks.Median(right, apex), FaceTracks.Median(left, apex));
        (double rightWay, double leftWay) = movement.Corners is { } seen ? seen.WaysBetween(Measured(movement, rest), Measured(movement, apex)) : (rightApex - rightBefore, leftApex - leftBefore);
        double seconds = double.IsNaN(onsetStart) ? double.NaN
            : tracks.HalfRise(left, leftBefore, leftApex, onsetStart, apexFrom, apexUntil, double.Epsilon)
            - tracks.HalfRise(right, rightBefore, rightApex, onsetStart, apexFrom, apexUntil, double.Epsilon);
        return ((leftWay - rightWay) / (leftWay + rightWay), seconds);
    }

    /// <summary>Without frames that jump.</summary>
    private static int[] Measured(MouthMovement movement, int[] frames) => [.. frames.Where(frame => Array.BinarySearch(movement.Samples.Frames, frame) >= 0)];
}
