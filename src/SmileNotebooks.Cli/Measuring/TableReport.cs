using Spectre.Console;

namespace SmileNotebooks.Cli.Measuring;

/// <summary>Shows a row for each face in the terminal.</summary>
internal sealed class TableReport : IMeasureReport
{
    private readonly Table table = new Table()
        .Border(TableBorder.Rounded)
        .AddColumn("File")
        .AddColumn(new TableColumn("Face").NoWrap())
        .AddColumn(new TableColumn("Smile").RightAligned().NoWrap())
        .AddColumn(new TableColumn("Type").NoWrap())
        .AddColumn(new TableColumn("Eyes").RightAligned().NoWrap())
        .AddColumn(new TableColumn("AU06").RightAligned().NoWrap())
        .AddColumn(new TableColumn("AU12").RightAligned().NoWrap())
        .AddColumn(new TableColumn("AU25").RightAligned().NoWrap())
        .AddColumn(new TableColumn("Yaw/pitch/roll").NoWrap());

    public void Add(MeasuredPicture picture)
    {
        if (picture.Faces.IsEmpty)
        {
            table.AddRow(Markup.Escape(picture.File.Path), "none", "", "", "", "", "", "", "");
        }

        for (int i = 0; i < picture.Faces.Length; i++)
        {
            (Face face, ActionUnits units, Smile smile) = picture.Faces[i];
            table.AddRow(
                Markup.Escape(picture.File.Path),
                $"{i + 1} of {picture.Faces.Length}",
                $"{smile.Score:0}",
                smile.Type.ToLabel(),
                $"{smile.EyeEngagement:0}",
                $"{units[6].Intensity:0.0}",
                $"{units[12].Intensity:0.0}",
                $"{units[25].Intensity:0.0}",
                $"{face.Pose.Yaw:0;-0;0}° {face.Pose.Pitch:0;-0;0}° {face.Pose.Roll:0;-0;0}°");
        }
    }

    public void Complete()
    {
        if (table.Rows.Count == 0)
        {
            return; // nothing could be measured, and that has been said
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine($"Smile and eyes 0 to 100, action units 0 to 5. {Smile.Caveat}");
    }

    public void Dispose()
    {
    }
}
