// Two kinds of smiles.
using System.Collections.Immutable;

namespace SmileNotebooks;

public sealed partial record MimicryExperiment
{
    /// <summary>Smiles with and without the Duchenne marker, and neutral faces, seen by everyone; zygomaticus, orbicularis and corrugator are measured. No paper gives the sizes of
    /// these responses: what is assumed is called so, and is there to be changed.</summary>
    /// <remarks>Duchenne smiles have the responses that were published for happy faces (zygomaticus +.167, corrugator -.133), though nothing says which smiles those faces had. The
    /// orbicularis of those who look on follows their own zygomaticus: AU6 = slope x AU12 + the rest.</remarks>
    /// <param name="assumedDifference">By how much the log ratio of the zygomaticus is smaller for non-Duchenne smiles; 0 for smiles that are mimicked alike. Assumed.</param>
    /// <param name="assumedCoupling">The slope by which the orbicularis follows the zygomaticus. Assumed.</param>
    /// <param name="assumedEyes">The response of the orbicularis to Duchenne smiles beyond that; 0, the default, for none. Assumed.</param>
    public static MimicryExperiment DuchenneSmiles(double assumedDifference = 0.08, double assumedCoupling = 0.5, double assumedEyes = 0)
    {
        const string Duchenne = "Duchenne", NonDuchenne = "NonDuchenne";
        static ImmutableSortedDictionary<string, double> Means(double duchenne, double nonDuchenne) =>
            ImmutableSortedDictionary<string, double>.Empty.Add(Duchenne, duchenne).Add(NonDuchenne, nonDuchenne);
        double zygomaticus = MimicryMuscle.Zygomaticus.MeanLogRatio("Happy"), corrugator = MimicryMuscle.Corrugator.MeanLogRatio("Happy");
        return new()
        {
            Conditions = [Duchenne, NonDuchenne, "Neutral"],
            TrialsPerCondition = 8,
            Muscles =
            [
                MimicryMuscle.Zygomaticus with { MeanLogRatios = Means(zygomaticus, zygomaticus - assumedDifference) },
                MimicryMuscle.Orbicularis with { MeanLogRatios = Means(assumedEyes, 0), Coupling = new MuscleCoupling("zygomaticus", assumedCoupling) },
                MimicryMuscle.Corrugator with { MeanLogRatios = Means(corrugator, corrugator) },
            ],
        };
    }

    /// <summary>The trials of all muscles: log ratios of a window after the face to the 2 s before it, as a user's own tidy table has them.</summary>
    /// <param name="from">Where the window begins, in seconds after the face; 2 by default, when responses have risen.</param>
    /// <param name="to">Where it ends; 4 by default.</param>
    /// <exception cref="ArgumentException">A window that cannot be, or a parameter that cannot be.</exception>
    public TrialTable Trials(double from = 2, double to = 4) =>
        TrialTable.Join(Muscles.Select(muscle => BinnedEpochs(muscle.Name, -2, Math.Max(to, 0.1)).LogRatioTo(-2, 0).Window(from, to)));
}
