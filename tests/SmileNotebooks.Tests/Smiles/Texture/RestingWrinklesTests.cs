namespace SmileNotebooks.Tests.Smiles.Texture;

/// <summary>The wrinkles of a face at rest, from several pictures of it.</summary>
public class RestingWrinklesTests
{
    private static readonly Face s_face = WrinkleFaces.Astronaut();

    [Fact]
    public void Each_fold_is_the_median_of_the_pictures_that_show_it()
    {
        Wrinkles seen = RestingWrinkles.Median([Of(1, 5), Of(9, null), Of(2, 7)]);

        Assert.Equal((2.0, 2.0), (seen.CrowsFeetRight.Value, seen.CrowsFeetRight.AboveSkin));
        Assert.Equal(6, seen.CrowsFeetLeft.Value);
        Assert.False(seen.IsAboveNeutral);
        Assert.Equal((60, 0.5), (seen.PupilPixels, seen.Sharpness));
    }

    [Fact]
    public void A_fold_that_fewer_than_half_show_is_not_measurable_and_the_reason_is_kept()
    {
        Wrinkles seen = RestingWrinkles.Median([Of(1, null), Of(9, null), Of(2, 7)]);

        Assert.Equal((null, WrinkleProblem.Exposure, "glare"), (seen.CrowsFeetLeft.Value, seen.CrowsFeetLeft.Problem, seen.CrowsFeetLeft.Reason));
    }

    [Fact]
    public void Half_of_the_pictures_are_enough_and_one_is() =>
        Assert.Equal((7.0, 3.0), (RestingWrinkles.Median([Of(1, null), Of(2, 7)]).CrowsFeetLeft.Value, RestingWrinkles.Median([Of(3, 3)]).CrowsFeetLeft.Value));

    private static Wrinkles Of(double right, double? left)
    {
        Wrinkle Fold(double? value) => value is null ? new() { Problem = WrinkleProblem.Exposure, Reason = "glare" } : new() { AboveSkin = value, Value = value };
        return new()
        {
            CrowsFeetRight = Fold(right),
            CrowsFeetLeft = Fold(left),
            LowerLidRight = Fold(1),
            LowerLidLeft = Fold(1),
            NasolabialRight = Fold(1),
            NasolabialLeft = Fold(1),
            PupilPixels = 60,
            Sharpness = 0.5,
            Face = s_face,
            IsAboveNeutral = false,
        };
    }
}
