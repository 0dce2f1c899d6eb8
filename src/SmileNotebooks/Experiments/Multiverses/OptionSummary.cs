namespace SmileNotebooks;

/// <summary>The specifications with one option of a choice.</summary>
/// <param name="Choice">The choice.</param>
/// <param name="Option">The option.</param>
/// <param name="Specifications">How many specifications there are with it that could be run.</param>
/// <param name="Median">Their median dz.</param>
/// <param name="Smallest">Their smallest dz.</param>
/// <param name="Largest">Their largest dz.</param>
/// <param name="Significant">How many of them are significant, in either direction.</param>
public sealed record OptionSummary(string Choice, string Option, int Specifications, double Median, double Smallest, double Largest, int Significant);
