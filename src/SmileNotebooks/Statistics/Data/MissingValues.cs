namespace SmileNotebooks;

/// <summary>What a method does with a row in which a value that it needs is missing: NaN, infinite, or no label.</summary>
public enum MissingValues
{
    /// <summary>Throw an <see cref="ArgumentException"/> that names the row, the column and what was found. The default everywhere.</summary>
    Fail,

    /// <summary>Leave the row out. The result's <see cref="DroppedRows"/> says which rows were left out.</summary>
    DropListwise,

    /// <summary>Leave out every row of a participant who has a missing value anywhere. The result says who was left out.</summary>
    DropParticipants,
}
