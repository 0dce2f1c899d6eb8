namespace SmileNotebooks;

/// <summary>Skin conductance that declines slowly and wanders, without responses to faces: it fills its channel and is not for analysis. All numbers are assumed.</summary>
internal static class SimulatedSkin
{
    private const double MedianLevel = 9;
    private const double LogDeviation = 0.35;
    private const double Decline = 0.15;
    private const double DeclineSeconds = 120;
    private const double Wandering = 0.02;
    private const double WanderingSeconds = 10;

    /// <returns>In micromho.</returns>
    public static double[] Of(ParticipantPlan plan)
    {
        RandomStream random = plan.OfSkin();
        double rate = plan.Experiment.SamplingRate;
        double level = MedianLevel * Math.Exp(LogDeviation * random.NextGaussian());
        double[] skin = new double[(int)(plan.Duration * rate)];
        double memory = Math.Exp(-1 / (WanderingSeconds * rate));
        double fresh = Wandering * Math.Sqrt(1 - (memory * memory));
        double wandering = 0;
        for (int sample = 0; sample < skin.Length; sample++)
        {
            wandering = (memory * wandering) + (fresh * random.NextGaussian());
            skin[sample] = level * (1 - Decline + (Decline * Math.Exp(-sample / (DeclineSeconds * rate))) + wandering);
        }

        return skin;
    }
}
