// What tests were run, in sentences.
using System.Globalization;
using static System.FormattableString;

namespace SmileNotebooks;

internal static class TestSentences
{
    public static MethodsSentence Of(StudyResult<TTestResult> test)
    {
        TTestResult result = test.Result;
        string sided = result.Options.Alternative == Alternative.TwoSided ? "two-sided" : "one-sided";
        string which = result.Kind switch
        {
            TTestKind.Paired => $"a paired t test of the means of {Plural.Of(result.First.Length, "participant")}",
            TTestKind.OneSample => $"a t test of the means of {Plural.Of(result.First.Length, "participant")}",
            _ => $"{(result.Kind == TTestKind.Welch ? "Welch's" : "Student's")} t test of the means of {result.First.Length} and {Plural.Of(result.Second.Length, "participant")}",
        };
        return new(
            "test",
            $"{result.FirstName} and {result.SecondName} were compared by {which} ({sided}, {Apa.Percent(result.Options.Level)}% intervals); effects are standardised as {result.Effect.Symbol} ({MethodsReferences.Lakens.Short}).",
            [MethodsReferences.Lakens]);
    }

    public static MethodsSentence Of(StudyResult<ConditionContrasts> contrasts)
    {
        ConditionContrast first = contrasts.Result.Contrasts[0];
        int count = contrasts.Result.Contrasts.Length;
        string correction = count > 1 ? $", p values corrected for {count} tests ({MethodsReferences.Holm.Short})" : "";
        string conditions = string.Join(" and ", contrasts.Result.Contrasts.Select(contrast => contrast.Condition).Distinct());
        return new(
            "contrasts",
            $"{conditions} {(contrasts.Result.Contrasts.Select(contrast => contrast.Condition).Distinct().Count() == 1 ? "was" : "were each")} compared with {first.Reference} by {(count == 1 ? "a paired t test" : "paired t tests")} of participants' means ({(first.Test.Options.Alternative == Alternative.TwoSided ? "two-sided" : "one-sided")}, {Apa.Percent(first.Test.Options.Level)}% intervals{correction}); effects are standardised as dz ({MethodsReferences.Lakens.Short}).",
            count > 1 ? [MethodsReferences.Holm, MethodsReferences.Lakens] : [MethodsReferences.Lakens]);
    }

    public static MethodsSentence Of(StudyResult<ClusterTestResult> clusters)
    {
        ClusterTestResult test = clusters.Result;
        string bins = clusters.BinWidth > 0 ? Invariant($" of {1000 * clusters.BinWidth:0.###}-ms bins") : "";
        return new(
            "course",
            $"Time courses{bins} of {string.Join(" and ", clusters.Conditions)} were compared by a cluster permutation test ({MethodsReferences.Maris.Short}; {(test.Design == ClusterDesign.Independent ? "permutations of group labels" : "sign flips of participants")}{(test.IsExact ? ", all of them" : Invariant($", {test.Permutations:#,0} at random, seed {test.Seed}"))}).",
            [MethodsReferences.Maris]);
    }

    public static MethodsSentence Of(MultiverseResult multiverse)
    {
        int run = multiverse.Curve.Length, failed = multiverse.Specifications.Length - run;
        string choices = string.Join("; ", multiverse.Choices.Select(choice => $"{choice}: {string.Join(" / ", multiverse.ByOption.Where(one => one.Choice == choice).Select(one => one.Option))}"));
        string unrun = failed > 0 ? $" {failed} of them could not be run." : "";
        return new(
            "multiverse",
            $"The comparison of {multiverse.First} with {multiverse.Second} was repeated in all {multiverse.Specifications.Length.ToString("#,0", CultureInfo.InvariantCulture)} combinations of choices ({choices}; {MethodsReferences.Steegen.Short}; {MethodsReferences.Simonsohn.Short}).{unrun}"
            + $" The median of their standardised effects (dz) and the number that were significant at {Apa.Bounded(multiverse.Options.Alpha)} were tested jointly by turning the signs of participants' differences in all specifications together ({multiverse.MedianTest.Flips}; {MethodsReferences.Phipson.Short}).",
            [MethodsReferences.Steegen, MethodsReferences.Simonsohn, MethodsReferences.Phipson]);
    }
}
