// Whether a cell can be run as it stands: what a console asks when Enter is pressed.
namespace SmileNotebooks.Host;

/// <summary>Whether code can be run as it stands.</summary>
public enum CompletenessStatus
{
    /// <summary>It can be run.</summary>
    Complete,

    /// <summary>More lines may make it complete.</summary>
    Incomplete,

    /// <summary>No further line can make it right.</summary>
    Invalid,
}

/// <summary>The answer to whether code is complete.</summary>
/// <param name="Status">The answer.</param>
/// <param name="Indent">White space for the next line where the code is incomplete; otherwise empty.</param>
public sealed record CodeCompleteness(CompletenessStatus Status, string Indent);
