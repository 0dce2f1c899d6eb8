namespace SmileNotebooks.Cli.Classifying;

/// <summary>A smile with what a classifier says of it.</summary>
/// <param name="Source">The file that it is from.</param>
/// <param name="Place">Where in it: the row of a table or the face of a photo, from 1.</param>
/// <param name="Classification">What the classifier says.</param>
internal sealed record ClassifiedSmile(string Source, int Place, SmileClassification Classification);
