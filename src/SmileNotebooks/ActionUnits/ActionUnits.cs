using System.Collections;
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The action units of one face, measured from the geometry of its landmarks. Immutable.</summary>
/// <remarks>Descriptive geometry of one picture, not the judgement of a trained FACS coder: see docs/methods.md for each formula,
/// its evidence and its limits.</remarks>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plotly, MimeTypes.Plain])]
public sealed record ActionUnits : IEnumerable<ActionUnit>
{
    // Least squares of AU6 on AU12 over the 60 portraits with steady landmarks (docs/methods.md).
    private const double CheekAtNoSmile = 0.161;
    private const double CheekPerSmile = 0.406;

    private readonly ValueSequence<ActionUnit> _units;

    private ActionUnits(ImmutableArray<ActionUnit> units, FrontalMesh mesh)
    {
        _units = new ValueSequence<ActionUnit>(units);
        Mesh = mesh;
    }

    /// <summary>The numbers that are measured, in ascending order.</summary>
    public static ImmutableArray<int> Numbers { get; } = [.. AuFormulas.All.Select(formula => formula.Number)];

    /// <summary>The landmarks with position, size and pose taken out, from which all is measured.</summary>
    public FrontalMesh Mesh { get; }

    /// <summary>AU6 less what the strength of AU12 leads to expect, -5 to 5: positive where the cheeks and lower lids are higher than
    /// in other smiles of the same strength.</summary>
    /// <remarks>Of positive feelings the Duchenne marker tells nothing that other characteristics of a smile do not tell (Girard, Cohn, Yin and Morency, 2021); this is what is left when one of them, the strength of AU12, is taken out.
    /// Its expectation is a straight line through 60 portraits.</remarks>
    public double AU06BeyondAU12 => BeyondAU12(this[6].Intensity, this[12].Intensity);

    /// <summary><see cref="AU06BeyondAU12"/> of two intensities, 0 to 5.</summary>
    internal static double BeyondAU12(double au06, double au12) => au06 - (CheekAtNoSmile + (CheekPerSmile * au12));

    /// <summary>One action unit by its FACS number.</summary>
    /// <param name="number">One of <see cref="Numbers"/>.</param>
    /// <exception cref="KeyNotFoundException">The action unit is not measured; the message lists those that are.</exception>
    public ActionUnit this[int number]
    {
        get
        {
            foreach (ActionUnit unit in _units.Items)
            {
                if (unit.Number == number)
                {
                    return unit;
                }
            }

            throw new KeyNotFoundException($"AU{number} is not measured. Measured are {string.Join(", ", Numbers)}.");
        }
    }

    /// <summary>Measures every action unit of a face.</summary>
    /// <param name="face">A face with 478 landmarks. Pose, size and place in the picture are taken out before measuring.</param>
    /// <param name="options">Default: counted from the population neutral.</param>
    /// <exception cref="ArgumentException">The landmarks cannot be fitted (see <see cref="FrontalMesh.Of"/>), or the corners of an eye coincide.</exception>
    public static ActionUnits Measure(Face face, ActionUnitOptions? options = null)
    {
        FrontalMesh mesh = FrontalMesh.Of(face.MeasuredLandmarks.AsSpan());
        FrontalMesh? rest = options?.Neutral?.Mesh;
        return new ActionUnits([.. AuFormulas.All.Select(formula => formula.Apply(mesh, rest))], mesh);
    }

    /// <inheritdoc/>
    public IEnumerator<ActionUnit> GetEnumerator() => ((IEnumerable<ActionUnit>)_units.Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>One line of all intensities, as in <c>AU01 0.4, AU02 0.0, ...</c>; <c>?</c> marks those that geometry sees poorly.</summary>
    public override string ToString() =>
        string.Join(", ", _units.Items.Select(unit => $"{unit.Code} {unit.Intensity:0.0}{(unit.Quality == AuQuality.Poor ? "?" : "")}"));
}
