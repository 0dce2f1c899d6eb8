// Time courses of participants in one form, however they came: checked, and without what is missing.
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace SmileNotebooks;

/// <summary>Courses of participants: [participants, samples, channels] in one array.</summary>
internal sealed class ParticipantCourses
{
    private ParticipantCourses(double[] values, int participants, int samples, ChannelAdjacency? adjacency)
    {
        Values = values;
        Participants = participants;
        Samples = samples;
        Adjacency = adjacency;
    }

    public double[] Values { get; }

    public int Participants { get; }

    public int Samples { get; }

    /// <summary>Null where the data have no channels.</summary>
    public ChannelAdjacency? Adjacency { get; }

    public int Channels => Adjacency?.Channels.Length ?? 1;

    private int Points => Samples * Channels;

    public static ParticipantCourses Of(double[,] values, ChannelAdjacency? adjacency)
    {
        ReadOnlySpan<double> flat = values.Length == 0 ? [] : MemoryMarshal.CreateReadOnlySpan(ref values[0, 0], values.Length);
        return Checked(flat.ToArray(), values.GetLength(0), values.GetLength(1), adjacency);
    }

    public static ParticipantCourses Of(double[,,] values, ChannelAdjacency adjacency)
    {
        if (values.GetLength(2) != adjacency.Channels.Length)
        {
            throw new ArgumentException($"The data have {values.GetLength(2)} channels, the adjacency {adjacency.Channels.Length}.", nameof(values));
        }

        ReadOnlySpan<double> flat = values.Length == 0 ? [] : MemoryMarshal.CreateReadOnlySpan(ref values[0, 0, 0], values.Length);
        return Checked(flat.ToArray(), values.GetLength(0), values.GetLength(1), adjacency);
    }

    public static ParticipantCourses Of(ReadOnlySpan<double> values, int participants)
    {
        if (participants < 1 || values.Length % participants != 0)
        {
            throw new ArgumentException($"{values.Length} values cannot be shared out among {participants} participants.", nameof(participants));
        }

        return Checked(values.ToArray(), participants, values.Length / participants, null);
    }

    public static ParticipantCourses Of<T>(IEnumerable<T> rows, Func<T, ReadOnlyMemory<double>> course)
    {
        ReadOnlyMemory<double>[] courses = [.. rows.Select(course)];
        int samples = courses.Length == 0 ? 0 : courses[0].Length;
        double[] values = new double[courses.Length * samples];
        for (int i = 0; i < courses.Length; i++)
        {
            if (courses[i].Length != samples)
            {
                throw new ArgumentException($"The course of participant {i} has {courses[i].Length} samples, that of participant 0 has {samples}.", nameof(rows));
            }

            courses[i].Span.CopyTo(values.AsSpan(i * samples));
        }

        return Checked(values, courses.Length, samples, null);
    }

    public double[] CopyValues() => [.. Values];

    /// <summary>The mean of each point.</summary>
    public double[] Means()
    {
        double[] means = new double[Points];
        for (int i = 0; i < Participants; i++)
        {
            // Divided before they are added, because a sum of values near the largest number would overflow.
            TensorPrimitives.MultiplyAdd(Course(i), 1.0 / Participants, means, means);
        }

        return means;
    }

    /// <summary>The mean of each point over all participants but one.</summary>
    /// <param name="participant">Who is left out.</param>
    /// <param name="means">Over all participants.</param>
    /// <param name="others">Receives the means over the others.</param>
    public void MeansWithout(int participant, ReadOnlySpan<double> means, Span<double> others)
    {
        TensorPrimitives.Subtract(means, Course(participant), others);
        TensorPrimitives.MultiplyAdd(others, 1.0 / (Participants - 1), means, others);
    }

    /// <summary>These values less those of another condition.</summary>
    public double[] Less(ParticipantCourses other)
    {
        double[] differences = new double[Values.Length];
        TensorPrimitives.Subtract(Values, other.Values, differences);
        return differences;
    }

    /// <summary>The participants who miss something, ascending.</summary>
    /// <param name="policy">Whether that is an error.</param>
    /// <param name="where">Of which data, for the error's message: empty, or as in " of the first group".</param>
    /// <exception cref="ArgumentException">Something is missing and the policy is to fail.</exception>
    public int[] Missing(MissingValues policy, string where)
    {
        int[] missing = [.. Enumerable.Range(0, Participants).Where(i => IndexOfMissing(Course(i)) >= 0)];
        if (missing.Length > 0 && policy == MissingValues.Fail)
        {
            int at = IndexOfMissing(Course(missing[0]));
            string channel = Adjacency is null ? "" : $", channel {Adjacency.Channels[at % Channels]}";
            throw new ArgumentException(
                $"The value of participant {missing[0]}{where} at sample {at / Channels}{channel} is {Course(missing[0])[at]}, expected a finite number.");
        }

        return missing;
    }

    /// <summary>The data of the other participants.</summary>
    public ParticipantCourses Without(int[] participants)
    {
        if (participants.Length == 0)
        {
            return this;
        }

        int[] kept = [.. Enumerable.Range(0, Participants).Except(participants)];
        double[] values = new double[kept.Length * Points];
        for (int i = 0; i < kept.Length; i++)
        {
            Course(kept[i]).CopyTo(values.AsSpan(i * Points));
        }

        return new ParticipantCourses(values, kept.Length, Samples, Adjacency);
    }

    public void RequireShapeOf(ParticipantCourses other)
    {
        RequireCoursesOf(other);
        if (Participants != other.Participants)
        {
            throw new ArgumentException($"The first condition has {Participants} participants, the second {other.Participants}.");
        }
    }

    public void RequireCoursesOf(ParticipantCourses other)
    {
        if (Samples != other.Samples)
        {
            throw new ArgumentException($"The first courses have {Samples} samples, the second {other.Samples}.");
        }
    }

    private static ParticipantCourses Checked(double[] values, int participants, int samples, ChannelAdjacency? adjacency) =>
        samples > 0 && (adjacency is null || adjacency.Channels.Length > 0)
            ? new ParticipantCourses(values, participants, samples, adjacency)
            : throw new ArgumentException($"The data have {participants} participants and {samples} samples, expected at least one sample of one channel.");

    private static int IndexOfMissing(ReadOnlySpan<double> course)
    {
        for (int at = 0; at < course.Length; at++)
        {
            if (!double.IsFinite(course[at]))
            {
                return at;
            }
        }

        return -1;
    }

    private ReadOnlySpan<double> Course(int participant) => Values.AsSpan(participant * Points, Points);
}
