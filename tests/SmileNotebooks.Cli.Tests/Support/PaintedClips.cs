using System.Globalization;
using System.Text;

namespace SmileNotebooks.Cli.Tests.Support;

/// <summary>Short clips of smiles that are painted into one photo (simulated): what is called a person here is the same face filmed with another strength and noise. Labelled smiles rise slowly, the others fast.</summary>
public sealed class PaintedClips : IDisposable
{
    /// <summary>How many are called people; each has two clips.</summary>
    public const int People = 6;

    private const int Side = 192;

    public PaintedClips()
    {
        Picture photo = Picture.Load(Support.Photos.Astronaut).Crop(112, 0, 224, 224).Resize(Side, Side);
        using FaceLandmarker faces = FaceLandmarker.Open(new() { Blendshapes = false });
        SmilePainter painter = SmilePainter.Create(photo, Assert.Single(faces.Detect(photo)));
        for (int person = 0; person < People; person++)
        {
            foreach (bool slow in (bool[])[true, false])
            {
                double onset = (slow ? 0.75 : 0.3) + (0.03 * person);
                SmileTimeline timeline = SmileTimeline.One(0.6 + (0.05 * person), onset, apex: 0.4, offset: 0.5 + (0.04 * ((person * 5) % People)), rest: 0.6);
                PaintedSmileClip.Create(painter, timeline, new() { FrameRate = 15, Noise = 1, Seed = (ulong)((2 * person) + (slow ? 1 : 0) + 1) })
                    .Save(System.IO.Path.Combine(Path, $"{person}{(slow ? "slow" : "fast")}.mp4"));
            }
        }

        Support.Clips.Write(System.IO.Path.Combine(Path, "nobody.mp4"), 12, _ => true);
        File.WriteAllText(System.IO.Path.Combine(Path, "broken.mp4"), "no video");
    }

    /// <summary>The folder that they lie in.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("smile-painted-").FullName;

    /// <summary>A list of all clips with smiles, with the columns clip, person, label and simulated.</summary>
    /// <param name="more">Further lines.</param>
    public static string List(params string[] more)
    {
        StringBuilder list = new("clip,person,label,simulated\n");
        for (int clip = 0; clip < 2 * People; clip++)
        {
            bool slow = clip % 2 == 0;
            list.Append(CultureInfo.InvariantCulture, $"{clip / 2}{(slow ? "slow" : "fast")}.mp4,painted {clip / 2},{(slow ? "slow" : "fast")},painted into one photo\n");
        }

        return list.AppendJoin("", more.Select(line => line + "\n")).ToString();
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
