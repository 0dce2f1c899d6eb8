// Small signals with events, for tests of epochs and trials.
namespace SmileNotebooks.Tests.Experiments;

internal static class Signals
{
    /// <summary>A signal whose sample k is k + 1 at a rate, with events.</summary>
    public static EmgSignal Ramp(int samples, double rate, params (double Onset, string Label)[] events) =>
        Of([.. Enumerable.Range(1, samples).Select(k => (double)k)], rate, events);

    /// <summary>A signal of given samples with events.</summary>
    public static EmgSignal Of(double[] samples, double rate, params (double Onset, string Label)[] events) => new(samples, rate, "zygomaticus", "mV")
    {
        IsAmplitude = true,
        Participant = "01",
        Events = [.. events.Select(one => new RecordingEvent(one.Onset, one.Label))],
    };

    /// <summary>A set of recordings, each with one channel of the samples and events of a signal.</summary>
    public static EmgSignalSet Set(params EmgSignal[] signals) => new RecordingSet(signals.Select(signal =>
        new Recording(new Channel("zygomaticus", signal.Unit, signal.SamplingRate, signal.Samples) { Kind = ChannelKind.EmgAmplitude })
        {
            Participant = signal.Participant,
            Events = signal.Events,
            Simulated = signal.Simulated,
        })).Emg("zygomaticus");

    /// <summary>A study of participants 01, 02, ... with trials of 1 s at 10 Hz: amplitude 1 in the first half, and the response in the second.</summary>
    /// <param name="responses">[participants][conditions]: the amplitudes of the second half, of as many trials.</param>
    public static EmgSignalSet Study(string[] conditions, params double[][][] responses) => Set(
    [
        .. responses.Select((participant, index) =>
        {
            (string Condition, double Response)[] trials = [.. conditions.SelectMany((condition, at) => participant[at].Select(response => (condition, response)))];
            double[] samples = [.. trials.SelectMany(trial => Enumerable.Repeat(1.0, 5).Concat(Enumerable.Repeat(trial.Response, 5)))];
            return Of(samples, 10, [.. trials.Select((trial, at) => (at + 0.5, trial.Condition))]) with { Participant = $"{index + 1:00}" };
        }),
    ]);

    public static string Message<T>(Func<object?> act)
        where T : Exception => Assert.Throws<T>(act).Message;
}
