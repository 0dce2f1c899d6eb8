using Spectre.Console;

namespace SmileNotebooks.Cli.Measuring;

/// <summary>Shows a row for each face in the terminal.</summary>
internal sealed class TableReport : IMeasureReport
{
    /// <summary>A narrower terminal shows the columns up to AU12 only, so that the names of files are not folded to shreds.</summary>
    private const int WideTerminal = 100;
    private const int ColumnsOfNarrow = 5;

    private static readonly (string Title, bool RightAligned, Func<MeasuredFace, string> Value)[] AllColumns =
    [
        ("Smile", true, face => $"{face.Smile.Score:0}"),
        ("Type", false, face => face.Smile.Type.ToLabel()),
        ("Eyes", true, face => $"{face.Smile.EyeEngagement:0}"),
        ("AU06", true, face => $"{face.ActionUnits[6].Intensity:0.0}"),
        ("AU12", true, face => $"{face.ActionUnits[12].Intensity:0.0}"),
        ("AU25", true, face => $"{face.ActionUnits[25].Intensity:0.0}"),
        ("Crow's feet R/L", false, face => face.Smile.Wrinkles is { } folds ? $"{Fold(folds.CrowsFeetRight)} {Fold(folds.CrowsFeetLeft)}" : ""),
        ("Yaw/pitch/roll", false, face => $"{face.Face.Pose.Yaw:0;-0;0}° {face.Face.Pose.Pitch:0;-0;0}° {face.Face.Pose.Roll:0;-0;0}°"),
    ];

    private readonly (string Title, bool RightAligned, Func<MeasuredFace, string> Value)[] _columns =
        AnsiConsole.Profile.Width < WideTerminal ? AllColumns[..ColumnsOfNarrow] : AllColumns;

    private readonly Table _table = new Table().Border(TableBorder.Rounded).AddColumn("File").AddColumn(new TableColumn("Face").NoWrap());

    public TableReport()
    {
        foreach ((string title, bool rightAligned, _) in _columns)
        {
            TableColumn column = new TableColumn(title).NoWrap();
            _table.AddColumn(rightAligned ? column.RightAligned() : column);
        }
    }

    /// <summary>The reason does not fit the column; the JSON has it.</summary>
    private static string Fold(Wrinkle wrinkle) => wrinkle.Value is { } value ? $"{value:0.0}" : "-";

    public void Add(MeasuredPicture picture)
    {
        string file = Markup.Escape(picture.File.Path);
        if (picture.Faces.IsEmpty)
        {
            _table.AddRow([file, "none", .. _columns.Select(_ => "")]);
        }

        for (int i = 0; i < picture.Faces.Length; i++)
        {
            MeasuredFace face = picture.Faces[i];
            _table.AddRow([file, $"{i + 1} of {picture.Faces.Length}", .. _columns.Select(column => column.Value(face))]);
        }
    }

    public void Complete()
    {
        if (_table.Rows.Count == 0)
        {
            return; // nothing could be measured, and that has been said
        }

        AnsiConsole.Write(_table);
        AnsiConsole.WriteLine($"Smile and eyes 0 to 100, action units 0 to 5, crow's feet in dB above the cheek's skin (- not measurable: the JSON says why). {Smile.Caveat}");
    }

    public void Dispose()
    {
    }
}
