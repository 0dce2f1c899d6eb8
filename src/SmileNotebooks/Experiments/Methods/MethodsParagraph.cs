// The paragraph of a paper that says what was done, made of what was done.
using System.Collections.Immutable;
using System.Text;

namespace SmileNotebooks;

/// <summary>A paragraph on methods. Each sentence is made of an analysis that was run: of its choices, its counts, its seeds. Nothing is in it that was not done; what was left
/// undone is said (no notch goes without saying, no baseline correction does not). Immutable.</summary>
/// <remarks>It says what this library did. Who was recorded, with which electrodes and stimuli, is the author's to add.</remarks>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed class MethodsParagraph
{
    private readonly string _software;

    private MethodsParagraph(ImmutableArray<MethodsSentence> steps, string software, string? simulated) => (Steps, _software, Simulated) = (steps, software, simulated);

    /// <summary>What was done, step by step, without the sentence on software, which comes last.</summary>
    public ImmutableArray<MethodsSentence> Steps { get; }

    /// <summary>How the data were simulated; null for data that were recorded.</summary>
    public string? Simulated { get; }

    /// <summary>All sentences, in order.</summary>
    public ImmutableArray<MethodsSentence> Sentences => [.. Steps, new MethodsSentence("software", $"Analyses were run with {_software} (.NET {Environment.Version.Major}).")];

    /// <summary>What the sentences cite, each once, by name.</summary>
    public ImmutableArray<MethodsReference> References => [.. Steps.SelectMany(sentence => sentence.References).Distinct().OrderBy(reference => reference.Full.ToLowerInvariant(), StringComparer.Ordinal)];

    /// <summary>The paragraph without its references.</summary>
    public string Text => string.Join(' ', Sentences.Select(sentence => sentence.Text));

    /// <summary>Says what a pipeline did.</summary>
    /// <param name="run">A pipeline that was run.</param>
    public static MethodsParagraph Of(PipelineRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new([.. PipelineSentences.Of(run)], run.Software, run.Simulated);
    }

    /// <summary>The paragraph with a t test.</summary>
    /// <param name="test">A test that was run on the trials.</param>
    public MethodsParagraph With(StudyResult<TTestResult> test) => And(TestSentences.Of(test));

    /// <summary>The paragraph with contrasts.</summary>
    /// <param name="contrasts">Contrasts that were run on the trials.</param>
    public MethodsParagraph With(StudyResult<ConditionContrasts> contrasts) => And(TestSentences.Of(contrasts));

    /// <summary>The paragraph with a cluster permutation test.</summary>
    /// <param name="clusters">A test that was run on the time course.</param>
    public MethodsParagraph With(StudyResult<ClusterTestResult> clusters) => And(TestSentences.Of(clusters));

    /// <summary>The paragraph with a multiverse.</summary>
    /// <param name="multiverse">A multiverse that was run.</param>
    public MethodsParagraph With(MultiverseResult multiverse) => And(TestSentences.Of(multiverse));

    /// <summary>The paragraph and its references in Markdown, each reference a link.</summary>
    public string ToMarkdown()
    {
        StringBuilder text = new StringBuilder("# Methods\n\n").Append(Text).Append('\n');
        if (!References.IsEmpty)
        {
            text.Append("\n## References\n\n");
            foreach (MethodsReference reference in References)
            {
                text.Append("- ").Append(reference.Full).Append(reference.Url is { } url ? $" [{url}]({url})" : "").Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>The paragraph, and its references below.</summary>
    public override string ToString() => References.IsEmpty ? Text : $"{Text}\n\nReferences\n{string.Join('\n', References)}";

    private MethodsParagraph And(MethodsSentence sentence) => new(Steps.Add(sentence), _software, Simulated);
}
