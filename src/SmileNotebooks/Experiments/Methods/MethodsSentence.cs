using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>What a paper says of one step.</summary>
/// <param name="Topic">The step, as in "baseline".</param>
/// <param name="Text">One sentence or more, ending in a full stop.</param>
/// <param name="References">What it cites.</param>
public sealed record MethodsSentence(string Topic, string Text, ImmutableArray<MethodsReference> References)
{
    internal MethodsSentence(string topic, string text)
        : this(topic, text, [])
    {
    }
}
