// Posed and spontaneous smiles as tables of features, from published distributions: what a classifier may be tried on when no recordings may be shared.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Simulated smiles. Everything it makes says that it was simulated.</summary>
/// <remarks>The numbers are those of the UvA-NEMO study of posed and spontaneous smiles; docs/simulated-experiments.md says which are published and which assumed, and what was
/// recovered. Features whose distributions are not published are not made. The same options give the same numbers.</remarks>
public static partial class SimulatedSmiles
{
    /// <summary>What the label says where it is true.</summary>
    internal const string LabelName = "genuine";

    // Which random numbers a stream holds; persons are counted from the first of their kind.
    private const ulong DealStream = 0, ClipStreams = 1_000_000, PictureStreams = 2_000_000;

    private static readonly ImmutableArray<string> s_clipFeatures =
        ["onset_duration_s", "apex_duration_s", "onset_amplitude", "onset_speed_mean", "onset_speed_max", "onset_duration_amplitude_ratio"];

    private static readonly ImmutableArray<string> s_pictureFeatures = ["au12", "au06_beyond_au12"];

    /// <summary>Smiles in clips: one row a smile, with the features of <see cref="SmileFeatures.OfClip"/> that have published distributions, and those that follow from them.</summary>
    /// <param name="options">Default: 400 people with 597 spontaneous and 643 posed smiles, seed 1.</param>
    /// <returns>The rows of person 1, then of person 2, and so on. Seconds, lip widths and lip widths a second; label "genuine": spontaneous. Within each kind,
    /// amplitude and maximum speed have a rank correlation of .75 (published), onset duration and amplitude a correlation of .4 (fitted).</returns>
    /// <exception cref="ArgumentException">An option that cannot be.</exception>
    public static FeatureTable Table(SimulatedSmilesOptions? options = null) =>
        Make(options ?? new(), ClipStreams, 4, s_clipFeatures, (genuine, z) =>
        {
            double duration = SmileDistributions.OnsetDuration(genuine, z[0]);
            double size = Correlated(z[0], z[1], SmileDistributions.DurationAmplitudeCorrelation);
            double amplitude = SmileDistributions.Amplitude(genuine, size);

            // No movement is faster on average than at its fastest; without this one smile in some thousands would be.
            double fastest = Math.Max(
                SmileDistributions.MaximumSpeed(genuine, Correlated(size, z[2], SmileDistributions.AmplitudeSpeedCorrelation)), amplitude / duration);
            return
            [
                Math.Round(duration, 3), Math.Round(SmileDistributions.ApexDuration(genuine, z[3]), 3), Math.Round(amplitude, 5),
                Math.Round(amplitude / duration, 5), Math.Round(fastest, 4), Math.Round(duration / amplitude, 3),
            ];
        });

    /// <summary>Smiles in still pictures: AU12 (0 to 5, a little stronger in posed smiles) and AU06 beyond AU12 (a very little higher in spontaneous ones).</summary>
    /// <param name="options">As for <see cref="Table"/>; a picture in place of each clip.</param>
    /// <returns>As for <see cref="Table"/>. The separations are published, for clips; the scales are assumed.</returns>
    /// <exception cref="ArgumentException">An option that cannot be.</exception>
    public static FeatureTable Pictures(SimulatedSmilesOptions? options = null) =>
        Make(options ?? new(), PictureStreams, 2, s_pictureFeatures, (genuine, z) =>
            [Math.Round(SmileDistributions.Au12(genuine, z[0]), 3), Math.Round(SmileDistributions.SquintBeyondAu12(genuine, z[1]), 3)]);

    private static FeatureTable Make(
        SimulatedSmilesOptions options, ulong streams, int dimensions, ImmutableArray<string> features, Func<bool, double[], ImmutableArray<double>> measure)
    {
        options.Check();
        RandomStream deal = new(options.Seed, DealStream);
        int[] spontaneous = Dealt(options.Spontaneous, options.People, ref deal);
        int[] posed = Dealt(options.Posed, options.People, ref deal);
        int digits = Math.Max(3, options.People.ToString().Length);
        ImmutableArray<FeatureRow>.Builder rows = ImmutableArray.CreateBuilder<FeatureRow>(options.Spontaneous + options.Posed);
        for (int person = 0; person < options.People; person++)
        {
            RandomStream random = new(options.Seed, streams + (ulong)person);
            double[] own = new double[dimensions];
            random.FillGaussian(own);
            for (int clip = 0; clip < spontaneous[person] + posed[person]; clip++)
            {
                double[] z = new double[dimensions];
                random.FillGaussian(z);
                for (int i = 0; i < dimensions; i++)
                {
                    z[i] = (Math.Sqrt(options.IntraclassCorrelation) * own[i]) + (Math.Sqrt(1 - options.IntraclassCorrelation) * z[i]);
                }

                bool genuine = clip < spontaneous[person];
                string name = (person + 1).ToString($"D{digits}");
                rows.Add(new FeatureRow(measure(genuine, z)) { Label = genuine, Person = name, Clip = $"{name}_{clip + 1}" });
            }
        }

        return new FeatureTable
        {
            Features = features,
            Rows = rows.MoveToImmutable(),
            LabelName = LabelName,
            Source = $"{options.People} simulated people",
            Simulated = options.Phrase,
        };
    }

    private static double Correlated(double first, double other, double correlation) => (correlation * first) + (Math.Sqrt(1 - (correlation * correlation)) * other);

    /// <summary>How many clips each person gets: all as many, and some, whoever chance has it, one more.</summary>
    private static int[] Dealt(int clips, int people, ref RandomStream random)
    {
        int[] order = [.. Enumerable.Range(0, people)];
        random.Shuffle<int>(order);
        int[] counts = new int[people];
        for (int i = 0; i < people; i++)
        {
            counts[order[i]] = (clips / people) + (i < clips % people ? 1 : 0);
        }

        return counts;
    }
}
