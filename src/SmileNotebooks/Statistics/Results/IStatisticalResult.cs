// What every result of the statistics room can do: say its sentence, and lay its numbers out as a table.
namespace SmileNotebooks;

/// <summary>The result of a statistical method: immutable, printable as the sentence of a paper and as a table.</summary>
public partial interface IStatisticalResult
{
    /// <summary>What a paper says, in the style of the American Psychological Association (7th edition), as plain text.
    /// Several lines where there are several tests.</summary>
    string Apa { get; }

    /// <summary>The numbers behind the sentence, formatted for reading.</summary>
    ResultTable ToTable();
}
