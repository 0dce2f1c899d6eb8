// Two rival accounts of facial mimicry in autism.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>How responses of autistic people may differ in a simulated experiment.</summary>
public enum AutismAccount
{
    /// <summary>They come later and are as large: 160 ms, as Oberman, Winkielman and Ramachandran (2009) reported.</summary>
    Later,

    /// <summary>They come as early and are as large, but not as often. By how much is assumed.</summary>
    LessOften,
}

/// <summary>What people are asked to do.</summary>
public enum MimicryTask
{
    /// <summary>Nothing but to look.</summary>
    Spontaneous,

    /// <summary>To make the face that they see.</summary>
    Voluntary,
}

public sealed partial record MimicryExperiment
{
    /// <summary>By how much later responses come in <see cref="AutismAccount.Later"/>, in seconds.</summary>
    public const double AutismDelay = 0.16;

    /// <summary>Two groups, autistic and not, who see happy and neutral faces; the zygomaticus is measured. In the voluntary task everyone responds to every happy face, and both groups alike.</summary>
    /// <param name="account">How spontaneous responses of the autistic group differ.</param>
    /// <param name="task">Spontaneous by default.</param>
    /// <param name="assumedResponses">In <see cref="AutismAccount.LessOften"/>: how often they respond, in parts of the others. Assumed.</param>
    /// <param name="assumedVoluntary">The mean log ratio to happy faces in the voluntary task. Assumed: 1.5 is 4.5 times the baseline.</param>
    public static MimicryExperiment Autism(AutismAccount account, MimicryTask task = MimicryTask.Spontaneous, double assumedResponses = 0.5, double assumedVoluntary = 1.5)
    {
        MimicryGroup autistic = new("autistic");
        bool isSpontaneous = task == MimicryTask.Spontaneous;
        return new()
        {
            Participants = 80,
            Conditions = ["Happy", "Neutral"],
            TrialsPerCondition = 16,
            Muscles = [isSpontaneous ? MimicryMuscle.Zygomaticus : MimicryMuscle.Zygomaticus with
            {
                MeanLogRatios = ImmutableSortedDictionary<string, double>.Empty.Add("Happy", assumedVoluntary),
                Responders = 1,
                ResponseProbability = 1,
            }],
            Groups =
            [
                new MimicryGroup("not autistic"),
                !isSpontaneous ? autistic : account == AutismAccount.Later ? autistic with { Delay = AutismDelay } : autistic with { ResponseProbability = assumedResponses },
            ],
        };
    }
}
