// The value of an expression that was asked for beside the cells.
namespace SmileNotebooks.Host;

/// <summary>The value or the error of an expression; exactly one of the two is there.</summary>
/// <param name="Data">The value in each MIME type that it has.</param>
/// <param name="Error">Why there is no value.</param>
public sealed record ExpressionResult(MimeBundle? Data, ErrorOutput? Error);
