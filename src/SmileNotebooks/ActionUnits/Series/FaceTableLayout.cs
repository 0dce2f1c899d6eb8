// What distinguishes the tables of OpenFace 2, py-feat and this library: everything else of reading is shared.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>How a kind of table is to be read.</summary>
internal abstract class FaceTableLayout(FaceTable table)
{
    public abstract FaceSeriesSource Source { get; }

    public abstract double IntensityMaximum { get; }

    /// <summary>What the table's first frame is numbered.</summary>
    public virtual int FirstFrame => 0;

    /// <summary>Whether the rows are all that there is, with what makes a series written beside them: nothing is filled in, measured or remarked.</summary>
    public virtual bool IsComplete => false;

    /// <summary>The columns to keep: name in the table, name in the series, and what a value is multiplied by.</summary>
    public abstract ImmutableArray<(string Column, string Name, double Factor)> Kept { get; }

    /// <summary>Which points the columns of lips and eyes are measured from; null where the table has those columns, or no points.</summary>
    public virtual FacePoints? Points => null;

    protected FaceTable Table { get; } = table;

    public abstract FaceTableRow Row(CsvRow row);

    /// <summary>The number of a face in its clip.</summary>
    /// <param name="face">As in the table.</param>
    /// <param name="order">How many others came before it in the clip.</param>
    public abstract int NumberOf(string face, int order);

    /// <summary>What a reader must know of the reading of one face.</summary>
    public virtual IEnumerable<string> RemarksOn(string face) => [];

    /// <summary>Says what is known of the frame rate where times are missing, as "approx_time allows 24 to 26".</summary>
    public virtual string? KnownOfFrameRate(IReadOnlyList<FaceTableRow> clip) => null;

    /// <summary>Whether a name is that of a landmark: x_0, Y_12, z_477.</summary>
    public static bool IsLandmark(string column) =>
        column.Length > 2 && column[0] is 'x' or 'y' or 'z' or 'X' or 'Y' or 'Z' && column[1] == '_' && column.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Whether a name is that of an action unit, as AU12 with a given ending.</summary>
    public static bool IsActionUnit(string column, string ending) =>
        column.Length == 4 + ending.Length && column.StartsWith("AU", StringComparison.Ordinal) && column.EndsWith(ending, StringComparison.Ordinal)
        && char.IsAsciiDigit(column[2]) && char.IsAsciiDigit(column[3]);
}
