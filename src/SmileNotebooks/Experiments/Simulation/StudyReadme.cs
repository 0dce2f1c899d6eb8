// The page that a simulated study carries with it: what the files hold, and the lines that make them again.
using System.Globalization;

namespace SmileNotebooks;

internal static class StudyReadme
{
    public static string Of(MimicryExperiment experiment, int significantDigits) => $$"""
        # Simulated experiment on facial mimicry

        **No person was recorded.** These data are {{experiment.Phrase}}. {{experiment.Participants}} participants, {{experiment.Conditions.Length}} conditions
        ({{string.Join(", ", experiment.Conditions)}}), {{experiment.TrialsPerCondition}} trials a condition, {{(experiment.Design == MimicryDesign.BetweenGroups ? "one condition a participant" : "all conditions for each participant")}}.
        What is published of the model and what is assumed: docs/simulated-experiments.md of SmileNotebooks. All parameters are in `dataset_description.json`.

        ## Files
        `raw/NN_simulated.txt`, one a participant: text, {{experiment.SamplingRate}} lines a second, no heading, eight columns, each followed by a tabulator; {{significantDigits}} significant digits.

        | column | what | unit |
        |---|---|---|
        | 1 | skin conductance (fills the layout; does not respond to faces) | umho |
        | 2, 3 | electromyogram of zygomaticus and corrugator, one of each ten samples of 1,000 Hz | mV |
        | 4, 5 | zygomaticus and corrugator, rectified and integrated over the last {{RecorderAverage.WindowSeconds.ToString(CultureInfo.InvariantCulture)}} s at 1,000 Hz | mV s (the codebook of the real files says mV) |
        | 6, 7, 8 | triggers Angry, Happy, Neutral: 5 for a tenth of a second, falling to 0 when the face appears | V |

        `participants.tsv`: `participant_id` and `group` (the condition of a participant, n/a where each saw all).

        `truth_simulated.tsv`, one row a trial and muscle: `participant`, `condition`, `muscle`, `number` (of the trial in its condition), `position` (among all of the
        participant), `onset` (s from the first sample), `latency` (s from the onset of the face to that of the response), `change` (the true log ratio to baseline).

        ## The same bytes again
        ```csharp
        new MimicryExperiment { {{string.Join(", ", Initialisers(experiment))}} }.WriteStudy(folder, significantDigits: {{significantDigits}});
        ```

        """.ReplaceLineEndings("\n");

    // What differs from the defaults, and the seed in any case.
    private static List<string> Initialisers(MimicryExperiment experiment)
    {
        MimicryExperiment defaults = MimicryExperiment.VisibleFaces;
        List<string> initialisers = [];
        void Add(string name, object value, object usual, string? text = null)
        {
            if (!value.Equals(usual))
            {
                initialisers.Add($"{name} = {text ?? Convert.ToString(value, CultureInfo.InvariantCulture)}");
            }
        }

        Add(nameof(experiment.Participants), experiment.Participants, defaults.Participants);
        Add(nameof(experiment.Conditions), string.Join(' ', experiment.Conditions), string.Join(' ', defaults.Conditions), $"[{string.Join(", ", experiment.Conditions.Select(label => $"\"{label}\""))}]");
        Add(nameof(experiment.TrialsPerCondition), experiment.TrialsPerCondition, defaults.TrialsPerCondition);
        Add(nameof(experiment.Design), experiment.Design, defaults.Design, $"{nameof(MimicryDesign)}.{experiment.Design}");
        Add(nameof(experiment.Groups), experiment.Groups.IsEmpty, true, "[/* as in dataset_description.json */]");
        Add(nameof(experiment.Muscles), experiment.Muscles.SequenceEqual(defaults.Muscles), true, "[/* as in dataset_description.json */]");
        Add(nameof(experiment.Amplitude), experiment.Amplitude, defaults.Amplitude);
        Add(nameof(experiment.Latency), experiment.Latency, defaults.Latency);
        Add(nameof(experiment.LatencyDeviation), experiment.LatencyDeviation, defaults.LatencyDeviation);
        Add(nameof(experiment.TrialLatencyDeviation), experiment.TrialLatencyDeviation, defaults.TrialLatencyDeviation);
        Add(nameof(experiment.Ramp), experiment.Ramp, defaults.Ramp);
        Add(nameof(experiment.StimulusDuration), experiment.StimulusDuration, defaults.StimulusDuration);
        Add(nameof(experiment.Interval), experiment.Interval, defaults.Interval);
        Add(nameof(experiment.IntervalJitter), experiment.IntervalJitter, defaults.IntervalJitter);
        Add(nameof(experiment.Lead), experiment.Lead, defaults.Lead);
        Add(nameof(experiment.Tail), experiment.Tail, defaults.Tail);
        initialisers.Add(string.Create(CultureInfo.InvariantCulture, $"{nameof(experiment.Seed)} = {experiment.Seed}"));
        return initialisers;
    }
}
