namespace SmileNotebooks.Cli.Measuring;

/// <summary>What files and the terminal call things; documented in docs/file-formats.md.</summary>
internal static class Labels
{
    public static string ToLabel(this SmileType type) => type switch
    {
        SmileType.None => "none",
        SmileType.NonDuchenne => "non-Duchenne",
        SmileType.Duchenne => "Duchenne",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a kind of smile."),
    };
}
