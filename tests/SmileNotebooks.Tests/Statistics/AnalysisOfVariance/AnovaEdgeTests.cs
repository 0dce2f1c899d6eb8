namespace SmileNotebooks.Tests.Statistics.AnalysisOfVariance;

public sealed class AnovaEdgeTests
{
    private enum Emotion
    {
        Neutral,
        Happy,
        Angry,
    }

    private sealed record Trial(string Subject, Emotion Emotion, string Muscle, string Group, double Y);

    private static Trial[] Trials(int participants = 8)
    {
        Random random = new(3);
        return [.. from subject in Enumerable.Range(0, participants)
                   from emotion in Enum.GetValues<Emotion>()
                   from muscle in new[] { "zyg", "cor" }
                   select new Trial($"s{subject}", emotion, muscle, subject % 3 == 0 ? "g1" : "g2", random.NextDouble() + (emotion == Emotion.Happy ? .2 : 0))];
    }

    private static AnovaResult Fit(IEnumerable<Trial> trials, AnovaOptions? options = null) =>
        Anova.Fit(trials, r => r.Y, r => r.Subject, within: [r => r.Emotion, r => r.Muscle], between: [r => r.Group], options);

    [Fact]
    public void A_level_of_which_dropping_leaves_no_row_is_an_error_not_a_smaller_design()
    {
        DataColumns data = DataColumns.Empty
            .With("y", [1, 2, double.NaN, 2, 4, double.NaN, 3, 3, double.NaN])
            .With("s", ["a", "a", "a", "b", "b", "b", "c", "c", "c"])
            .With("w", ["x", "y", "z", "x", "y", "z", "x", "y", "z"]);
        Assert.Contains("No complete row of w 'z' is left", Assert.Throws<ArgumentException>(
            () => Anova.Fit(data, "y", "s", ["w"], options: new AnovaOptions { Missing = MissingValues.DropListwise })).Message);
    }

    [Fact]
    public void No_participant_with_every_cell_is_an_error_that_says_so()
    {
        DataColumns data = DataColumns.Empty.With("y", [1.0, 2, 3]).With("s", ["a", "b", "c"]).With("w", ["x", "y", "x"]);
        Assert.Contains("No participant has an observation in each of the 2 cells of w", Assert.Throws<ArgumentException>(
            () => Anova.Fit(data, "y", "s", ["w"], options: new AnovaOptions { Missing = MissingValues.DropParticipants })).Message);
    }

    [Fact]
    public void A_matrix_is_checked_as_columns_are()
    {
        double[,] values = { { 1, 2 }, { 2, 4 }, { 3, 3 } };
        DesignFactor factor = new("w", ["x", "y"]);
        Assert.Contains("'gender' is not in the design", Assert.Throws<ArgumentException>(
            () => Anova.Fit(values, [factor], null, new AnovaOptions { Observed = ["gender"] })).Message);
        Assert.Contains("'w' is given twice", Assert.Throws<ArgumentException>(
            () => Anova.Fit(values, [factor], [("w", Factor.From(["p", "q", "p"]))])).Message);
    }

    [Fact]
    public void Selectors_name_the_factors_and_enums_keep_their_order()
    {
        AnovaResult result = Fit(Trials());
        Assert.Equal(["Group", "Emotion", "Group:Emotion", "Muscle", "Group:Muscle", "Emotion:Muscle", "Group:Emotion:Muscle"], result.Effects.Select(effect => effect.Name));
        Assert.Equal(["Neutral:cor", "Neutral:zyg", "Happy:cor", "Happy:zyg", "Angry:cor", "Angry:zyg"], result.Cells);
        Assert.Equal(["g1", "g2"], result.Groups);
        Assert.Equal(8, result.Values(0).Length);
        Assert.Contains("Greenhouse and Geisser", result.ToTable().Note);
        Assert.Equal(7, result.Apa.Split('\n').Length);
    }

    [Fact]
    public void Columns_records_and_matrix_give_the_same_result()
    {
        Trial[] trials = Trials();
        AnovaResult records = Fit(trials), columns = Anova.Fit(DataColumns.From(trials), "Y", "Subject", ["Emotion", "Muscle"], ["Group"]);
        double[,] matrix = new double[8, 6];
        for (int cell = 0; cell < 6; cell++)
        {
            for (int participant = 0; participant < 8; participant++)
            {
                matrix[participant, cell] = records.Values(cell)[participant];
            }
        }

        AnovaResult fromMatrix = Anova.Fit(matrix, records.Within, [("Group", Factor.From(Enumerable.Range(0, 8).Select(i => i % 3 == 0 ? "g1" : "g2")))]);
        Assert.Equal(records.Effects.Select(effect => effect.F), columns.Effects.Select(effect => effect.F));
        Assert.Equal(records.Effects.Select(effect => effect.F), fromMatrix.Effects.Select(effect => effect.F));
    }

    [Fact]
    public void Missing_cells_are_an_error_that_lists_them()
    {
        IEnumerable<Trial> trials = Trials().Where(trial => trial is not ({ Subject: "s2", Emotion: Emotion.Angry, Muscle: "zyg" } or { Subject: "s5", Emotion: Emotion.Neutral }));
        string message = Assert.Throws<ArgumentException>(() => Fit(trials)).Message;
        Assert.Contains("3 of 48 cells have no observation: s2 Angry:zyg, s5 Neutral:cor, s5 Neutral:zyg.", message);
        AnovaResult result = Fit(trials, new AnovaOptions { Missing = MissingValues.DropParticipants });
        Assert.Equal(["s2", "s5"], result.Dropped.Participants);
        Assert.Equal(6, result.Participants.Length);
        Assert.Equal(9, result.Dropped.Count);
        Assert.Equal(Fit(Trials().Where(trial => trial.Subject is not ("s2" or "s5"))).Effects.Select(effect => effect.F), result.Effects.Select(effect => effect.F));
    }

    [Fact]
    public void A_missing_value_is_an_error_that_names_the_row_unless_its_participant_is_dropped()
    {
        Trial[] trials = Trials();
        trials[13] = trials[13] with { Y = double.NaN };
        Assert.Contains("Row 13: 'Y' is NaN", Assert.Throws<ArgumentException>(() => Fit(trials)).Message);
        AnovaResult result = Fit(trials, new AnovaOptions { Missing = MissingValues.DropParticipants });
        Assert.Equal(["s2"], result.Dropped.Participants);
        Assert.Equal([12, 13, 14, 15, 16, 17], result.Dropped.Rows);
        Assert.Contains("participant dropped: s2", result.ToTable().Note);
        Assert.Contains("1 of 48 cells", Assert.Throws<ArgumentException>(() => Fit(trials, new AnovaOptions { Missing = MissingValues.DropListwise })).Message);
    }

    [Fact]
    public void Several_observations_of_a_cell_are_averaged_and_counted()
    {
        Trial[] trials = Trials();
        AnovaResult result = Fit(trials.Concat(trials.Select(trial => trial with { Y = trial.Y + 2 })));
        Assert.Equal(96, result.Averaged);
        Assert.Equal(Fit(trials).Effect("Emotion").F, result.Effect("Emotion").F, 1e-9);
        Assert.Contains("96 observations averaged", result.ToTable().Note);
    }

    [Fact]
    public void Designs_that_cannot_be_analysed_are_errors_that_say_why()
    {
        Trial[] trials = Trials();
        Assert.Contains("one level, 'zyg'", Assert.Throws<ArgumentException>(() => Fit(trials.Where(trial => trial.Muscle == "zyg"))).Message);
        Assert.Contains("2 participants in 2 groups leave no degree of freedom", Assert.Throws<ArgumentException>(() => Fit(trials.Where(trial => trial.Subject is "s0" or "s1"))).Message);
        trials[20] = trials[20] with { Group = "g2" };
        Assert.Contains("Row 20: participant 's3' has Group 'g2', and 'g1' before", Assert.Throws<ArgumentException>(() => Fit(trials)).Message);
        DataColumns empty = DataColumns.Empty.With("y", [1.0, 2, 3, 4]).With("a", ["p", "q", "p", "q"]).With("b", ["u", "u", "v", "u"]);
        Assert.Contains("1 of 4 cells of a x b have no participant: q:v.", Assert.Throws<ArgumentException>(() => Anova.Fit(empty, "y", null, between: ["a", "b"])).Message);
        Assert.Contains("needs a factor", Assert.Throws<ArgumentException>(() => Anova.Fit(empty, "y", null)).Message);
        Assert.Contains("need the column of participants", Assert.Throws<ArgumentException>(() => Anova.Fit(empty, "y", null, ["a"])).Message);
        Assert.Contains("'a' is given twice", Assert.Throws<ArgumentException>(() => Anova.Fit(empty, "y", null, between: ["a", "a"])).Message);
        Assert.Contains("'z' is not in the design", Assert.Throws<ArgumentException>(() => Anova.Fit(empty, "y", null, between: ["a"], options: new AnovaOptions { Observed = ["z"] })).Message);
    }

    [Fact]
    public void Constant_data_have_no_F_and_an_effect_without_error_has_an_infinite_one()
    {
        AnovaResult constant = Fit(Trials().Select(trial => trial with { Y = 0.1 }));
        Assert.All(constant.Effects, effect => Assert.True(double.IsNaN(effect.F) && double.IsNaN(effect.P)));
        AnovaResult exact = Fit(Trials().Select(trial => trial with { Y = trial.Emotion == Emotion.Happy ? 1.1 : 0.3 }));
        Assert.Equal((double.PositiveInfinity, 0), (exact.Effect("Emotion").F, exact.Effect("Emotion").P));
        Assert.True(double.IsNaN(exact.Effect("Muscle").F));
    }

    [Fact]
    public void With_fewer_error_degrees_than_contrasts_epsilons_stand_and_Mauchlys_test_does_not()
    {
        Random random = new(5);
        double[,] values = new double[4, 6];
        foreach (int i in Enumerable.Range(0, 24))
        {
            values[i / 6, i % 6] = random.NextDouble();
        }

        Sphericity sphericity = Anova.Fit(values, [new DesignFactor("time", ["1", "2", "3", "4", "5", "6"])]).Effects[0].Sphericity!;
        Assert.True(double.IsNaN(sphericity.W) && double.IsNaN(sphericity.P));
        Assert.InRange(sphericity.GreenhouseGeisser, .2, .6);
    }

    [Fact]
    public void Two_levels_within_are_the_paired_t_test_squared()
    {
        double[,] values = { { 1, 2 }, { 3, 3.5 }, { 2, 4 }, { 5, 5.1 } };
        AnovaEffect effect = Anova.Fit(values, [new DesignFactor("a", ["x", "y"])]).Effects[0];
        double[] differences = [1, .5, 2, .1];
        double mean = differences.Average(), variance = differences.Sum(difference => (difference - mean) * (difference - mean)) / 3;
        Assert.Equal(mean * mean / (variance / 4), effect.F, 1e-12);
        Assert.Null(effect.Sphericity);
        Assert.Equal(1, effect.Epsilon);
    }

    [Theory]
    [InlineData(1e300)]
    [InlineData(1e-300)]
    public void Very_large_and_very_small_units_change_no_test(double unit)
    {
        AnovaResult result = Fit(Trials()), scaled = Fit(Trials().Select(trial => trial with { Y = trial.Y * unit }));
        Assert.Equal(result.Effects.Select(effect => effect.P), scaled.Effects.Select(effect => effect.P), (a, b) => Math.Abs(a - b) < 1e-11);
        Assert.Equal(
            result.MarginalMeans("Emotion").Pairwise().Contrasts.Select(contrast => contrast.T),
            scaled.MarginalMeans("Emotion").Pairwise().Contrasts.Select(contrast => contrast.T),
            (a, b) => Math.Abs(a - b) < 1e-10);
    }

    [Fact]
    public void A_large_mean_costs_few_digits()
    {
        AnovaResult result = Fit(Trials()), shifted = Fit(Trials().Select(trial => trial with { Y = Math.ScaleB(Math.Round(Math.ScaleB(trial.Y, 20)), -20) + 1048576 }));
        Assert.Equal(result.Effects.Select(effect => effect.F), shifted.Effects.Select(effect => effect.F), (a, b) => Math.Abs(a - b) < 1e-4 * Math.Abs(a));
        AnovaResult rounded = Fit(Trials().Select(trial => trial with { Y = Math.ScaleB(Math.Round(Math.ScaleB(trial.Y, 20)), -20) }));
        Assert.Equal(rounded.Effects.Select(effect => effect.F), shifted.Effects.Select(effect => effect.F), (a, b) => Math.Abs(a - b) < 1e-9 * Math.Abs(a));
    }

    [Fact]
    public void Unknown_effects_and_factors_are_errors_that_list_those_there_are()
    {
        AnovaResult result = Fit(Trials());
        Assert.Contains("no effect 'Window'; there are: Group, Emotion", Assert.Throws<ArgumentException>(() => result.Effect("Window")).Message);
        Assert.Contains("no factor 'Window'; there are: Group, Emotion, Muscle", Assert.Throws<ArgumentException>(() => result.MarginalMeans("Window")).Message);
        Assert.Contains("'Muscle' is given twice", Assert.Throws<ArgumentException>(() => result.MarginalMeansBy("Muscle", "Muscle")).Message);
        Assert.Contains("needs marginal means of at least two factors", Assert.Throws<ArgumentException>(() => result.MarginalMeans("Muscle").Interactions()).Message);
        Assert.Contains("all pairwise differences", Assert.Throws<ArgumentException>(() => result.MarginalMeans("Emotion").AgainstMean(ContrastAdjustment.Tukey)).Message);
        Assert.Contains("no 'x'", Assert.Throws<ArgumentException>(() => result.MarginalMeans("Emotion").AgainstControl("x")).Message);
        Assert.Contains("no contrast 'a - b'", Assert.Throws<ArgumentException>(() => result.MarginalMeans("Emotion").Pairwise().Contrast("a - b")).Message);
    }

    [Fact]
    public void Matrices_of_other_shapes_and_values_that_are_not_finite_are_errors_with_their_place()
    {
        DesignFactor factor = new("a", ["x", "y"]);
        Assert.Contains("has 3 columns; the within-participant factors have 2 cells", Assert.Throws<ArgumentException>(() => Anova.Fit(new double[4, 3], [factor])).Message);
        Assert.Contains("Row 1, column 0: NaN", Assert.Throws<ArgumentException>(() => Anova.Fit(new double[,] { { 1, 2 }, { double.NaN, 2 } }, [factor])).Message);
        Assert.Contains("'g' has 1 rows; the matrix has 2", Assert.Throws<ArgumentException>(() => Anova.Fit(new double[,] { { 1, 2 }, { 1, 2 } }, [factor], [("g", Factor.From(["u"]))])).Message);
        Assert.Contains("Row 0: 'g' is missing", Assert.Throws<ArgumentException>(() => Anova.Fit(new double[,] { { 1, 2 }, { 1, 2 } }, [factor], [("g", Factor.From([null, "u"]))])).Message);
    }

    [Fact]
    public void Groups_as_arrays_are_the_one_way_design()
    {
        AnovaResult result = Anova.OneWay([[4.17, 5.58, 5.18], [4.81, 4.17], [6.31, 5.12, 5.54, 5.5]], ["ctrl", "trt1", "trt2"]);
        AnovaResult columns = Anova.Fit(DataColumns.Empty.With("y", [4.17, 5.58, 5.18, 4.81, 4.17, 6.31, 5.12, 5.54, 5.5])
            .With("group", ["ctrl", "ctrl", "ctrl", "trt1", "trt1", "trt2", "trt2", "trt2", "trt2"]), "y", null, between: ["group"]);
        Assert.Equal(columns.Effects[0].F, result.Effects[0].F, 1e-12);
        Assert.Equal(0, result.Residuals(0).Sum(), 1e-14);
        Assert.Contains("Group '2', value 1: NaN", Assert.Throws<ArgumentException>(() => Anova.OneWay([[1, 2], [3, double.NaN]])).Message);
        Assert.Contains("1 of 2 cells of group have no participant: 2.", Assert.Throws<ArgumentException>(() => Anova.OneWay([[1, 2, 4], []])).Message);
        Assert.Contains("2 groups and 1 names", Assert.Throws<ArgumentException>(() => Anova.OneWay([[1, 2], [3]], ["a"])).Message);
        Assert.Contains("one level, '1'", Assert.Throws<ArgumentException>(() => Anova.OneWay([[1, 2]])).Message);
    }

    [Fact]
    public void Selectors_may_be_expressions_and_may_not_take_a_column_twice()
    {
        Trial[] trials = Trials();
        AnovaResult logs = Anova.Fit(trials, r => Math.Log(r.Y), r => r.Subject, within: [r => r.Emotion, r => r.Muscle == "zyg"]);
        AnovaResult columns = Anova.Fit(DataColumns.From(trials.Select(trial => trial with { Y = Math.Log(trial.Y) })), "Y", "Subject", ["Emotion", "Muscle"]);
        Assert.Equal(columns.Effects[0].F, logs.Effects[0].F, 1e-10);
        Assert.Equal(["False", "True"], logs.Within[1].Levels);
        Assert.Contains("Two selectors take 'Emotion'", Assert.Throws<ArgumentException>(() => Anova.Fit(trials, r => r.Y, r => r.Subject, within: [r => r.Emotion, r => r.Emotion])).Message);
    }

    [Fact]
    public void Rows_of_a_design_between_participants_are_dropped_listwise()
    {
        DataColumns data = DataColumns.Empty.With("y", [1.0, 2, double.NaN, 4, 6, 5]).With("g", ["a", "a", "a", "b", "b", null]);
        AnovaResult result = Anova.Fit(data, "y", null, between: ["g"], options: new AnovaOptions { Missing = MissingValues.DropListwise });
        Assert.Equal([2, 5], result.Dropped.Rows);
        Assert.Empty(result.Dropped.Participants);
        Assert.Equal(2, result.Effects[0].ErrorDegrees);
        Assert.Contains("2 rows dropped (2, 5)", result.ToTable().Note);
    }

    [Fact]
    public void Two_participants_are_enough_for_the_lower_bound_of_epsilon_and_one_is_too_few()
    {
        DesignFactor factor = new("a", ["x", "y", "z"]);
        AnovaEffect effect = Anova.Fit(new double[,] { { 1, 2, 4 }, { 2, 5, 3 } }, [factor]).Effects[0];
        Assert.Equal(.5, effect.Sphericity!.GreenhouseGeisser, 1e-12);
        Assert.Equal(.5, effect.Sphericity.HuynhFeldt, 1e-12);
        Assert.InRange(effect.P, effect.UncorrectedP, 1);
        Assert.Contains("1 participant in 1 group leave no degree of freedom", Assert.Throws<ArgumentException>(() => Anova.Fit(new double[,] { { 1, 2, 4 } }, [factor])).Message);
    }

    [Fact]
    public void Hundreds_of_cells_are_analysed()
    {
        Random random = new(11);
        double[,] values = new double[12, 300];
        for (int i = 0; i < values.Length; i++)
        {
            values[i / 300, i % 300] = random.NextDouble();
        }

        AnovaEffect effect = Anova.Fit(values, [new DesignFactor("time", [.. Enumerable.Range(0, 300).Select(time => $"{time}")])]).Effects[0];
        Assert.Equal((299, 299 * 11), (effect.Degrees, effect.ErrorDegrees));
        Assert.InRange(effect.F, .7, 1.4);
        Assert.InRange(effect.Sphericity!.GreenhouseGeisser, 1.0 / 299, 11.0 / 299);
        Assert.True(effect.Sphericity.HuynhFeldt > effect.Sphericity.GreenhouseGeisser);
    }
}
