// --frames-per-second, for what has no time stamps of its own.
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace SmileNotebooks.Cli.Measuring;

internal static class FrameRateOption
{
    private const string Name = "--frames-per-second";
    private const double Greatest = 1000;

    public static Option<double?> Create(string description) => new(Name) { Description = description, HelpName = "N", CustomParser = result => ParsePositive(result, Name, Greatest) };

    /// <summary>A number above 0.</summary>
    public static double? ParsePositive(ArgumentResult result, string option, double greatest)
    {
        string text = result.Tokens[0].Value;
        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) || !(number > 0 && number <= greatest))
        {
            result.AddError(FormattableString.Invariant($"{option} is a number above 0 and up to {greatest}, found '{text}'."));
        }

        return number;
    }
}
