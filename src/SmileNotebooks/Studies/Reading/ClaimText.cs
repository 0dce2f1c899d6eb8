namespace SmileNotebooks;

/// <summary>A claim as its file has it, without the evidence.</summary>
internal sealed record ClaimText(string Key, string Sentence, string Cites, string Verdict);
