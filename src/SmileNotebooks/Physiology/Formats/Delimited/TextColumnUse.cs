namespace SmileNotebooks;

/// <summary>What a column of a text file is read as.</summary>
internal enum TextColumnUse
{
    /// <summary>Numbers.</summary>
    Number,

    /// <summary>Text, such as the labels of events.</summary>
    Text,

    /// <summary>Nothing: the column is passed over.</summary>
    None,
}
