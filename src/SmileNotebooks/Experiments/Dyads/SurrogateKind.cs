namespace SmileNotebooks;

/// <summary>How the second person's series is made into one that has nothing to do with the first's. All three ask whether the two are independent; two people who watch the same
/// film are not, without any contagion. Only pairs of strangers who saw the same can tell (<see cref="DyadSet.PartnerTest"/>).</summary>
public enum SurrogateKind
{
    /// <summary>The series is turned about by a random time, its end put before its beginning: amplitudes and autocorrelation stay as they are. Gaps are allowed. Turns of no more than
    /// the longest lag find the same peak as the series itself, and are not left out, which would take few and like turns for many: p cannot fall far below twice the
    /// longest lag divided by the length of the dyad, .03 of three minutes with lags of 3 s.</summary>
    Shifts,

    /// <summary>The series is cut into segments, and they are shuffled, after Ramseyer and Tschacher (2010): what is longer than a segment is lost. Gaps are allowed.</summary>
    Segments,

    /// <summary>The amplitudes of its Fourier components stay, their phases are random (Theiler and others, 1992, Physica D 58, 77): the autocorrelation stays, the distribution of
    /// amplitudes becomes normal. No gaps.</summary>
    Phases,
}
