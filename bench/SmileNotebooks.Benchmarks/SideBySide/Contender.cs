using System.Diagnostics;

namespace SmileNotebooks.Benchmarks.SideBySide;

/// <summary>A way from pixels to landmarks that takes part in the comparison.</summary>
/// <param name="Name">What the tables call it.</param>
/// <param name="TakeTurnAsync">Measures a photo so many times, after so many calls that do not count.</param>
internal sealed record Contender(string Name, Func<BenchmarkPhoto, int, int, Task<Turn>> TakeTurnAsync)
{
    public static Contender OfPage(string name, PeerPage page, string peer) =>
        new(name, (photo, warmUps, repeats) => page.TakeTurnAsync(new TurnOrder(peer, photo.Number, warmUps, repeats)));

    /// <summary>Each call finds the face anew.</summary>
    public static Contender Detecting(string name, FaceLandmarker faces) => new(name, (photo, warmUps, repeats) =>
    {
        ReadOnlySpan<Point3> landmarks = [];
        double[] times = new double[repeats];
        for (int call = -warmUps; call < repeats; call++)
        {
            long start = Stopwatch.GetTimestamp();
            Face? face = faces.Detect(photo.Picture).FirstOrDefault();
            double elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            landmarks = face is null ? [] : face.Landmarks.AsSpan();
            Keep(times, call, elapsed);
        }

        return Task.FromResult(new Turn(times, Flatten(landmarks)));
    });

    /// <summary>The first call finds the face, the others follow it.</summary>
    public static Contender Tracking(string name, FaceLandmarker faces) => new(name, (photo, warmUps, repeats) =>
    {
        using FaceTracker tracker = faces.Track();
        double[] times = new double[repeats];
        int found = 0;
        for (int call = -warmUps; call < repeats; call++)
        {
            long start = Stopwatch.GetTimestamp();
            found = tracker.Advance(photo.Picture);
            Keep(times, call, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return Task.FromResult(new Turn(times, found == 0 ? [] : Flatten(tracker.Landmarks(0))));
    });

    private static void Keep(double[] times, int call, double milliseconds)
    {
        if (call >= 0)
        {
            times[call] = milliseconds;
        }
    }

    private static double[] Flatten(ReadOnlySpan<Point3> landmarks)
    {
        double[] flat = new double[2 * landmarks.Length];
        for (int i = 0; i < landmarks.Length; i++)
        {
            (flat[2 * i], flat[(2 * i) + 1]) = (landmarks[i].X, landmarks[i].Y);
        }

        return flat;
    }
}

/// <summary>A photo of the comparison.</summary>
internal sealed record BenchmarkPhoto(int Number, string Name, Picture Picture);
