// Against statsmodels: tests/oracles/experiments/contagion. Error rates and power over 200 simulated networks and more.
using System.Text.Json;

namespace SmileNotebooks.Tests.Experiments.Networks;

public sealed class ContagionTests : IDisposable
{
    // The binomial 99.9 % limits of 5 % of 200 are 2 and 22, of 400 are 8 and 36.
    private const int Networks = 200;

    private readonly string _folder = Directory.CreateTempSubdirectory("panels-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("binary", AlterWave.Same)]
    [InlineData("binary", AlterWave.Before)]
    [InlineData("continuous", AlterWave.Same)]
    [InlineData("continuous", AlterWave.Before)]
    public void Naive_models_are_those_of_statsmodels(string outcome, AlterWave alter)
    {
        NaiveContagionResult ours = Oracle(outcome).NaiveContagion(alter).Result;
        JsonElement theirs = Reference($"{outcome} {(alter == AlterWave.Same ? "same" : "before")}");

        Assert.Equal(theirs.GetProperty("b").GetDouble(), ours.Estimate, 1e-7);
        Assert.Equal(theirs.GetProperty("se").GetDouble(), ours.StandardError, 1e-7);
        Assert.Equal((720, 60), (ours.Rows, ours.Egos));
        if (outcome == "binary")
        {
            Assert.Equal(theirs.GetProperty("change").GetDouble(), ours.RelativeChange, 1e-7);
        }
    }

    [Theory]
    [InlineData("binary")]
    [InlineData("continuous")]
    public void Slopes_within_people_and_community_waves_are_those_of_a_regression_on_dummies(string outcome)
    {
        NetworkPanel panel = Oracle(outcome);
        (double slope, double z) = new WithinContagion(panel, [.. Enumerable.Range(0, 60)], panel.Ties).Observed();
        JsonElement theirs = Reference($"{outcome} within");

        Assert.Equal(theirs.GetProperty("b").GetDouble(), slope, 1e-10);
        Assert.Equal(theirs.GetProperty("z").GetDouble(), z, 1e-9);
    }

    [Fact]
    public void Without_contagion_the_naive_model_finds_it_nearly_always_and_the_analysis_within_people_in_five_of_a_hundred_simulated_networks()
    {
        ContagionRates rates = ContagionRates.Of(new(), 400);

        Assert.True(rates.Rates[0].Found.Estimate > .95);
        Assert.True(rates.Rates[1].Found.Estimate > .95);
        Assert.True(rates.Rates[2].Found.Estimate > .95);
        Assert.InRange(rates.Rates[3].Found.Successes, 8, 36);
        Assert.Equal(0, rates.Rates[3].MeanEstimate, 0.015);
    }

    [Fact]
    public void Real_contagion_is_found_within_people_in_simulated_networks()
    {
        ContagionRates rates = ContagionRates.Of(new() { Contagion = 1 }, Networks);

        Assert.True(rates.Rates[3].Found.Estimate > .7, rates.ToString());
        Assert.InRange(rates.Rates[3].MeanEstimate, 0.1, 0.25);
    }

    [Fact]
    public void Without_homophily_and_shocks_the_naive_model_is_right_in_simulated_networks()
    {
        ContagionRates rates = ContagionRates.Of(new() { Homophily = 0, SharedShocks = 0 }, Networks);

        Assert.All(rates.Rates, rate => Assert.InRange(rate.Found.Successes, 1, 24));
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(0, 0.8)]
    public void Homophily_alone_and_shocks_alone_fool_the_naive_model_in_simulated_networks(double homophily, double shocks)
    {
        ContagionRates rates = ContagionRates.Of(new() { Homophily = homophily, SharedShocks = shocks }, Networks);

        Assert.True(rates.Rates[0].Found.Estimate > .9);
        Assert.InRange(rates.Rates[3].Found.Successes, 1, 24);
    }

    [Fact]
    public void Unlike_variances_and_lasting_shocks_do_not_fool_the_analysis_within_people_in_simulated_networks()
    {
        Assert.InRange(ContagionRates.Of(new() { TraitDeviation = 2.5, Homophily = 4 }, Networks).Rates[3].Found.Successes, 1, 22);
        Assert.InRange(ContagionRates.Of(new() { ShockPersistence = 0.8 }, Networks).Rates[3].Found.Successes, 1, 22);
    }

    [Fact]
    public void Traits_that_decide_how_people_react_fool_every_analysis_in_simulated_networks()
    {
        ContagionRates rates = ContagionRates.Of(new() { TraitByShock = 2, ShockPersistence = 0.8, Homophily = 4, SharedShocks = 1 }, Networks);

        Assert.True(rates.Rates[3].Found.Estimate > .3, rates.ToString());
        Assert.True(rates.Rates[3].MeanEstimate > 0.05);
    }

    [Fact]
    public void The_same_seed_gives_the_same_network_and_result()
    {
        NetworkExperiment experiment = new() { Seed = 5 };

        Assert.Equal(experiment.Simulate(), experiment.Simulate());
        Assert.NotEqual(experiment.Simulate(), (experiment with { Seed = 6 }).Simulate());
        Assert.Equal(experiment.Simulate().Ties, experiment.SimulatePlacebo().Ties);
        Assert.Equal(experiment.Simulate().WithinContagion(49).Result.NullDistribution, experiment.Simulate().WithinContagion(49).Result.NullDistribution);
        Assert.Equal(ContagionRates.Of(experiment, 4, 19).ToTable(), ContagionRates.Of(experiment, 4, 19).ToTable());
    }

    [Fact]
    public void Friends_are_alike_where_there_is_homophily_and_mostly_of_one_community()
    {
        NetworkPanel alike = new NetworkExperiment().Simulate(), any = (new NetworkExperiment { Homophily = 0, OwnCommunity = 1 }).Simulate();

        Assert.True(Same(alike) > 0.6 && Same(any) < 0.2);
        Assert.True(Correlation.Pearson(Means(alike, tie => tie.Ego), Means(alike, tie => tie.Alter)).R > 0.25);
        Assert.True(Math.Abs(Correlation.Pearson(Means(any, tie => tie.Ego), Means(any, tie => tie.Alter)).R) < 0.1);
        Assert.All(alike.Ties.GroupBy(tie => tie.Ego), friends => Assert.Equal(4, friends.Count()));
    }

    [Fact]
    public void A_panel_comes_back_from_its_files()
    {
        NetworkPanel panel = new NetworkExperiment { People = 24, Communities = 3, Waves = 3 }.Simulate();
        string people = Path.Combine(_folder, "people.csv"), ties = Path.Combine(_folder, "ties.csv");

        panel.SaveCsv(people, ties);

        Assert.Equal(panel, NetworkPanel.LoadCsv(people, ties));
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public void People_not_observed_in_all_waves_are_left_out_and_told()
    {
        NetworkPanel panel = Load("person,wave,value\na,1,0\na,2,1\nb,1,1\nb,2,NA\nc,1,0\nc,2,0\nd,1,1\n", "ego,alter\na,b\na,c\nc,a\nd,a\n");

        StudyResult<WithinContagionResult> within = panel.WithinContagion(9);

        Assert.Equal(["b", "d"], within.Exclusions.Select(one => one.Participant));
        Assert.Equal(2, within.Result.Egos);
        Assert.Contains("none is between two people", Assert.Throws<ArgumentException>(() => Load("person,wave,value\na,1,0\na,2,1\nb,1,1\n", "ego,alter\na,b\n").NaiveContagion()).Message);
    }

    [Fact]
    public void The_friends_of_one_person_have_no_error_robust_to_people()
    {
        NetworkPanel panel = Load("person,wave,value\na,1,0.1\na,2,0.4\na,3,0.2\na,4,0.9\na,5,0.3\nb,1,0.7\nb,2,0.3\nb,3,0.1\nb,4,0.5\nb,5,0.2\n", "ego,alter\na,b\n");

        Assert.Contains("Only one person names friends", Assert.Throws<ArgumentException>(() => panel.NaiveContagion(AlterWave.Before)).Message);
    }

    [Fact]
    public void An_outcome_that_never_changes_is_an_error()
    {
        NetworkPanel panel = Load("person,wave,value\na,1,0.1\na,2,0.1\nb,1,0.7\nb,2,0.7\nc,1,0.3\nc,2,0.3\n", "ego,alter\na,b\nb,a\nc,a\n");

        Assert.Contains("does not vary within people", Assert.Throws<ArgumentException>(() => panel.WithinContagion(9)).Message);
    }

    [Theory]
    [InlineData("person,wave\n", "ego,alter\n", "people.csv, line 1: the columns person, wave; expected at least person, wave, value")]
    [InlineData("", "ego,alter\n", "people.csv, line 1: an empty file")]
    [InlineData("person,wave,value\na,1,x\n", "ego,alter\n", "people.csv, line 2: the value \"x\"; expected a number")]
    [InlineData("person,wave,value\na,1,0\na,1,0\n", "ego,alter\n", "people.csv, line 3: a in wave 1 again; expected each person once in each wave")]
    [InlineData("person,community,wave,value\na,x,1,0\na,y,2,0\n", "ego,alter\n", "people.csv, line 3: the community \"y\" of a; expected \"x\"")]
    [InlineData("person,wave,value\na,1,0\n", "ego,alter\n", "people.csv: 1 people in 1 waves; expected at least 2 of both")]
    [InlineData("person,wave,value\na,1,0\nb,2,0\n", "ego,alter\na,c\n", "ties.csv, line 2: the alter c; expected somebody of ")]
    [InlineData("person,wave,value\na,1,0\nb,2,0\n", "ego,alter\na,a\n", "ties.csv, line 2: the tie of a to a; expected ties between two people")]
    [InlineData("person,wave,value\na,1,0\nb,2,0\n", "ego,alter\na,b\na,b\n", "ties.csv, line 3: the tie of a to b again")]
    public void What_is_wrong_is_named_with_its_file_and_line(string people, string ties, string message) =>
        Assert.Contains(message, Assert.Throws<TableException>(() => Load(people, ties)).Message);

    [Fact]
    public void Parameters_that_cannot_be_are_errors_that_name_them()
    {
        Assert.StartsWith("Friends is 240, expected 1 to 239: all others.", Assert.Throws<ArgumentException>(() => (new NetworkExperiment { Friends = 240 }).Simulate()).Message);
        Assert.StartsWith("Homophily is NaN", Assert.Throws<ArgumentException>(() => (new NetworkExperiment { Homophily = double.NaN }).Simulate()).Message);
        Assert.StartsWith("Coupling is 2", Assert.Throws<ArgumentException>(() => (new DyadExperiment { Coupling = 2 }).Simulate()).Message);
    }

    private static double Same(NetworkPanel panel) => panel.Ties.Average(tie => panel.People[tie.Ego].Community == panel.People[tie.Alter].Community ? 1.0 : 0);

    private static double[] Means(NetworkPanel panel, Func<NetworkTie, int> person) =>
        [.. panel.Ties.Select(tie => Enumerable.Range(0, panel.Waves.Length).Average(wave => panel[person(tie), wave]))];

    private NetworkPanel Oracle(string outcome)
    {
        string people = File.ReadAllText(PathOf("people.csv")).Replace($",{outcome}", ",value", StringComparison.Ordinal);
        return Load(people, File.ReadAllText(PathOf("ties.csv")));
    }

    private NetworkPanel Load(string people, string ties)
    {
        string peoplePath = Path.Combine(_folder, "people.csv"), tiesPath = Path.Combine(_folder, "ties.csv");
        File.WriteAllText(peoplePath, people);
        File.WriteAllText(tiesPath, ties);
        return NetworkPanel.LoadCsv(peoplePath, tiesPath);
    }

    private static JsonElement Reference(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(PathOf("reference.json")));
        return document.RootElement.GetProperty(name).Clone();
    }

    private static string PathOf(string file) => Repository.PathOf("tests", "oracles", "experiments", "contagion", file);
}
