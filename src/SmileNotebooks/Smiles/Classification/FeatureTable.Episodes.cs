namespace SmileNotebooks;

public sealed partial record FeatureTable
{
    /// <summary>Smiles of clips as rows, with the features <see cref="SmileFeatures.OfClip"/>.</summary>
    /// <param name="clips">Measured clips; those without a smile give no row.</param>
    /// <param name="person">Who smiles; null where that is not known.</param>
    /// <param name="label">Whether a smile is what the label names; null where that is not known.</param>
    /// <param name="labelName">What the label says where it is true, as "genuine".</param>
    /// <exception cref="ArgumentException">Some smiles were measured on lip corners and some on AU12.</exception>
    public static FeatureTable OfEpisodes(
        IEnumerable<SmileDynamics> clips, Func<SmileEpisode, string?>? person = null, Func<SmileEpisode, bool?>? label = null, string? labelName = null) =>
        OfEpisodes(clips.SelectMany(clip => clip.Episodes), person, label, labelName);

    /// <summary>Smiles as rows, with the features <see cref="SmileFeatures.OfClip"/>.</summary>
    /// <param name="episodes">The smiles, each a row.</param>
    /// <param name="person">Who smiles; null where that is not known.</param>
    /// <param name="label">Whether a smile is what the label names; null where that is not known.</param>
    /// <param name="labelName">What the label says where it is true, as "genuine".</param>
    /// <exception cref="ArgumentException">Some smiles were measured on lip corners and some on AU12: amplitudes and speeds of one column would have two units.</exception>
    public static FeatureTable OfEpisodes(
        IEnumerable<SmileEpisode> episodes, Func<SmileEpisode, string?>? person = null, Func<SmileEpisode, bool?>? label = null, string? labelName = null)
    {
        SmileEpisode[] smiles = [.. episodes];
        if (smiles.FirstOrDefault(smile => smile.Signal != smiles[0].Signal) is { } other)
        {
            throw new ArgumentException(
                $"{other.Clip}, smile {other.Number}: found a smile measured on {SmileDynamics.NameOf(other.Signal)}, expected {SmileDynamics.NameOf(smiles[0].Signal)} as in {smiles[0].Clip}: "
                + "amplitudes and speeds would have two units. SmileDynamicsOptions.Signal measures all on one.", nameof(episodes));
        }

        string[] clips = [.. smiles.Select(smile => smile.Clip).Distinct()];
        string[] simulated = [.. smiles.Select(smile => smile.Simulated).OfType<string>().Distinct()];
        return new()
        {
            Features = SmileFeatures.OfClip,
            Rows = [.. smiles.Select(smile => smile.ToFeatures(person?.Invoke(smile), label?.Invoke(smile)))],
            LabelName = labelName,
            Source = clips.Length == 1 ? clips[0] : FormattableString.Invariant($"smiles of {clips.Length} clips"),
            Simulated = simulated.Length == 0 ? null : string.Join("; ", simulated),
        };
    }
}
