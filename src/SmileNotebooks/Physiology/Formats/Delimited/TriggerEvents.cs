// Events from the edges of trigger channels.
using System.Globalization;

namespace SmileNotebooks;

internal static class TriggerEvents
{
    /// <summary>The events of a recording's trigger channels.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="channels">Its channels.</param>
    /// <param name="rule">How they mark events; null where they do not.</param>
    /// <exception cref="RecordingException">The rule names a channel that the file lacks, or more than 31 bits, or channels of different rates as bits of a number.</exception>
    public static List<RecordingEvent> Of(string path, IReadOnlyList<Channel> channels, TriggerRule? rule)
    {
        if (rule is null)
        {
            return [];
        }

        List<Channel> triggers = rule.Channels.IsEmpty
            ? [.. channels.Where(channel => channel.Kind == ChannelKind.Trigger)]
            : [.. rule.Channels.Select(name => channels.FirstOrDefault(channel => channel.Name == name) ?? throw new RecordingException(
                path, null, $"the channels {string.Join(", ", channels.Select(channel => channel.Name))}", $"a channel called {name}, which the trigger rule names"))];
        if (rule.Coding == TriggerCoding.EachChannel)
        {
            return [.. triggers.SelectMany(channel => Of([channel], rule, _ => channel.Name)).OrderBy(one => one.Onset)];
        }

        if (triggers.Count > 31 || triggers.Any(channel => channel.SamplingRate != triggers[0].SamplingRate || channel.SampleCount != triggers[0].SampleCount))
        {
            throw new RecordingException(
                path, null, $"{triggers.Count} trigger channels as the bits of a number: {string.Join(", ", triggers.Select(channel => channel.Name))}", "at most 31, of one rate and length");
        }

        return [.. Of(triggers, rule, code => code.ToString(CultureInfo.InvariantCulture))];
    }

    private static IEnumerable<RecordingEvent> Of(List<Channel> bits, TriggerRule rule, Func<int, string> nameOf)
    {
        if (bits.Count == 0)
        {
            yield break;
        }

        double rate = bits[0].SamplingRate;
        List<(int Code, int Start, int End)> states = States(Codes(bits, rule.Threshold), rule.Shortest * rate);
        for (int index = 1; index < states.Count; index++)
        {
            bool rising = rule.Edge == TriggerEdge.Rising;
            int code = states[rising ? index : index - 1].Code;
            if (code != 0)
            {
                string name = nameOf(code);
                double duration = rising ? (states[index].End - states[index].Start) / rate : 0;
                yield return new(states[index].Start / rate, rule.Labels.GetValueOrDefault(name, name), duration);
            }
        }
    }

    private static int[] Codes(List<Channel> bits, double? threshold)
    {
        int[] codes = new int[checked((int)bits[0].SampleCount)];
        for (int bit = 0; bit < bits.Count; bit++)
        {
            double[] samples = bits[bit].Read();
            double high = threshold ?? HalfWay(samples);
            bool state = false;
            for (int index = 0; index < samples.Length; index++)
            {
                state = double.IsNaN(samples[index]) ? state : samples[index] > high;
                codes[index] |= state ? 1 << bit : 0;
            }
        }

        return codes;
    }

    private static double HalfWay(double[] samples)
    {
        double lowest = double.PositiveInfinity;
        double highest = double.NegativeInfinity;
        foreach (double sample in samples)
        {
            lowest = sample < lowest ? sample : lowest;
            highest = sample > highest ? sample : highest;
        }

        return lowest < highest ? (lowest / 2) + (highest / 2) : double.PositiveInfinity;
    }

    // Stretches of equal codes; one that is shorter than the shortest is joined to the next, so that a code begins where the first of its lines changed.
    private static List<(int Code, int Start, int End)> States(int[] codes, double shortest)
    {
        List<(int Code, int Start, int End)> states = [];
        int start = 0;
        for (int index = 1; index <= codes.Length; index++)
        {
            if (index < codes.Length && codes[index] == codes[index - 1])
            {
                continue;
            }

            // Of the first state it is not known how long it lasted before.
            if (states.Count > 1 && states[^1].End - states[^1].Start < shortest)
            {
                start = states[^1].Start;
                states.RemoveAt(states.Count - 1);
            }

            if (states.Count > 0 && states[^1].Code == codes[index - 1])
            {
                start = states[^1].Start;
                states.RemoveAt(states.Count - 1);
            }

            states.Add((codes[index - 1], start, index));
            start = index;
        }

        return states;
    }
}
