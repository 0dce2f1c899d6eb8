// How amplitudes were made, in sentences.
using static System.FormattableString;

namespace SmileNotebooks;

internal static class ProcessingSentences
{
    public static MethodsSentence Of(EmgProcessing processing)
    {
        List<string> steps = [.. Steps(processing)];
        if (steps.Count == 0)
        {
            return new("amplitude", "Samples were used as they were recorded: no filter, no rectification and no smoothing was applied.");
        }

        // Cited where the band is the one that the paper found.
        bool isBoxtel = processing is { HighPass: >= 15 and <= 25, LowPass: >= 400 and <= 500 };
        string joined = steps.Count == 1 ? steps[0] : $"{string.Join(", ", steps.SkipLast(1))} and {steps[^1]}";
        return new("amplitude", $"The signal was {joined}.", isBoxtel ? [MethodsReferences.Boxtel] : []);
    }

    private static IEnumerable<string> Steps(EmgProcessing processing)
    {
        string order = Invariant($"Butterworth of order {processing.FilterOrder}, forwards and backwards");
        if ((processing.HighPass, processing.LowPass) is ({ } low, { } high))
        {
            string source = low is >= 15 and <= 25 && high is >= 400 and <= 500 ? $"; {MethodsReferences.Boxtel.Short}" : "";
            yield return Invariant($"band-passed from {low:0.######} to {high:0.######} Hz ({order}{source})");
        }
        else if (processing.HighPass is { } above)
        {
            yield return Invariant($"high-passed at {above:0.######} Hz ({order})");
        }
        else if (processing.LowPass is { } below)
        {
            yield return Invariant($"low-passed at {below:0.######} Hz ({order})");
        }

        if (processing.Notch is { } mains)
        {
            yield return Invariant($"freed of mains hum at {mains:0.######} Hz{(processing.NotchHarmonics > 1 ? $" and up to {processing.NotchHarmonics} multiples of it below half the sampling rate" : "")} (notch, quality 30, forwards and backwards)");
        }

        switch (processing.Amplitude)
        {
            case EmgAmplitudeMethod.Rectified:
                yield return "rectified";
                break;
            case EmgAmplitudeMethod.MovingAverage:
                yield return "rectified";
                yield return Invariant($"averaged over a moving window of {1000 * processing.Window:0.###} ms");
                break;
            case EmgAmplitudeMethod.Rms:
                yield return Invariant($"turned into its root mean square over a moving window of {1000 * processing.Window:0.###} ms");
                break;
            case EmgAmplitudeMethod.Envelope:
                yield return "rectified";
                yield return Invariant($"smoothed at {processing.EnvelopeCutoff:0.######} Hz (Butterworth of order 4, forwards and backwards)");
                break;
        }
    }
}
