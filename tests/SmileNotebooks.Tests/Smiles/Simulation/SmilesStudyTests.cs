// The simulated smiles that ship, and how they are written.
namespace SmileNotebooks.Tests.SimulatedSmile;

public sealed class SmilesStudyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smile-smiles-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_smiles_of_data_samples_are_those_of_seed_1_byte_for_byte()
    {
        SimulatedSmiles.WriteStudy(_folder);
        foreach (string name in (string[])["smiles_simulated.csv", "pictures_simulated.csv"])
        {
            Assert.Equal(File.ReadAllBytes(Repository.PathOf("data-samples", "smiles", name)), File.ReadAllBytes(Path.Combine(_folder, name)));
        }

        Assert.Equal(2, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public void Each_row_says_that_it_is_simulated()
    {
        string[] lines = File.ReadAllLines(Repository.PathOf("data-samples", "smiles", "smiles_simulated.csv"));
        Assert.Equal("clip,subject,genuine,onset_duration_s,apex_duration_s,onset_amplitude,onset_speed_mean,onset_speed_max,onset_duration_amplitude_ratio,simulated", lines[0]);
        Assert.Equal(1241, lines.Length);
        Assert.All(lines.Skip(1), line => Assert.EndsWith(",\"simulated from published parameters, seed 1\"", line, StringComparison.Ordinal));
        Assert.Equal("picture,subject,genuine,au12,au06_beyond_au12,simulated", File.ReadLines(Repository.PathOf("data-samples", "smiles", "pictures_simulated.csv")).First());
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_said_so()
    {
        string file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");
        Assert.Throws<TableException>(() => SimulatedSmiles.WriteStudy(file));
    }
}
