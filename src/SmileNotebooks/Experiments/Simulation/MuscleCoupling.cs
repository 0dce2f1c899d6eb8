namespace SmileNotebooks;

/// <summary>What a muscle takes over from another in the same trial of a simulated experiment: slope times the other's change in log amplitude. Immutable.</summary>
/// <remarks>Muscles that are raised together (lip corners and cheeks in a broad smile) and electrodes that hear their neighbours (cross-talk) look alike here: both make the
/// activity of one muscle a part of that of the other, whatever is looked at.</remarks>
/// <param name="Muscle">The name of the other muscle, which follows none itself.</param>
/// <param name="Slope">By how much the log amplitude changes for each unit of the other's.</param>
public sealed record MuscleCoupling(string Muscle, double Slope);
