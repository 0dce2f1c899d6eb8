// A person's own lines: those of age, which are there whatever the face does.
namespace SmileNotebooks;

/// <summary>Wrinkles of a face at rest that was seen in several pictures.</summary>
internal static class RestingWrinkles
{
    // A fold that shows in fewer of the resting pictures would be measured from blinks and passing light.
    private const double LeastShare = 0.5;

    /// <summary>The median of each fold over pictures of one resting face; a fold that was measurable in fewer than half of them is not measurable, for the reason that the first of the others gives.</summary>
    /// <param name="seen">At least one.</param>
    public static Wrinkles Median(IReadOnlyList<Wrinkles> seen) => new()
    {
        CrowsFeetRight = Median(seen, wrinkles => wrinkles.CrowsFeetRight),
        CrowsFeetLeft = Median(seen, wrinkles => wrinkles.CrowsFeetLeft),
        LowerLidRight = Median(seen, wrinkles => wrinkles.LowerLidRight),
        LowerLidLeft = Median(seen, wrinkles => wrinkles.LowerLidLeft),
        NasolabialRight = Median(seen, wrinkles => wrinkles.NasolabialRight),
        NasolabialLeft = Median(seen, wrinkles => wrinkles.NasolabialLeft),
        PupilPixels = Quantiles.Of([.. seen.Select(wrinkles => wrinkles.PupilPixels)], 0.5),
        Sharpness = seen.Any(wrinkles => wrinkles.Sharpness is not null) ? Quantiles.Of([.. seen.Select(wrinkles => wrinkles.Sharpness).OfType<double>()], 0.5) : null,
        Face = seen[0].Face,
        IsAboveNeutral = false,
    };

    private static Wrinkle Median(IReadOnlyList<Wrinkles> seen, Func<Wrinkles, Wrinkle> region)
    {
        double[] values = [.. seen.Select(wrinkles => region(wrinkles).AboveSkin).OfType<double>()];
        if (values.Length < LeastShare * seen.Count)
        {
            return region(seen.First(wrinkles => region(wrinkles).AboveSkin is null));
        }

        double median = Quantiles.Of(values, 0.5);
        return new Wrinkle { AboveSkin = median, Value = median };
    }
}
