using SmileNotebooks.Charts;
using SmileNotebooks.Tests.Faces;

namespace SmileNotebooks.Tests;

public sealed class FaceVideoTallyTests
{
    private static readonly MeasuredFace s_face = MeasuredFace.Measure(ReferenceFaces.Astronaut()) with { Person = 0 };

    [Fact]
    public void Frames_found_and_frames_of_gaps_are_all_frames()
    {
        FaceVideoTally tally = Tally("1 0 0 1 01 0 1 . . 1 .");

        FacePresence[] people = [.. tally.Presence()];

        Assert.Equal((11, 3), (tally.Frames, tally.FramesWithoutFace));
        Assert.Equal([0, 1], people.Select(person => person.Person));
        Assert.All(people, person => Assert.Equal(11, person.FramesFound + person.Gaps.Sum(gap => gap.Frames)));
        Assert.Equal([(0, 1), (3, 1), (6, 5)], people[0].Gaps.Select(gap => (gap.FirstFrame, gap.Frames)));
        Assert.Equal(5, people[0].LongestGap);
        Assert.Equal([(1, 2), (5, 1), (7, 2), (10, 1)], people[1].Gaps.Select(gap => (gap.FirstFrame, gap.Frames)));
        Assert.Equal((0.6, 0.9), (people[1].Gaps[2].From, people[1].Gaps[2].Until));
    }

    [Fact]
    public void Counts_go_on_after_they_were_kept_in_a_file()
    {
        FaceVideoTally whole = Tally("0 . 01 . . 1 0");
        FaceVideoTally kept = FaceVideoTally.FromJson(Tally("0 . 01 .").ToJson());
        Add(kept, ". 1 0");

        Assert.Equal(whole.ToJson(), kept.ToJson());
        Assert.Equal(whole.Presence(), kept.Presence());
        Assert.Throws<FormatException>(() => FaceVideoTally.FromJson("[]"));
    }

    [Fact]
    public void A_clip_without_frames_or_faces_has_nobody()
    {
        Assert.Empty(new FaceVideoTally().Presence());
        FaceVideoTally tally = Tally(". .");
        Assert.Empty(tally.Presence());
        Assert.Equal((2, 2, 0.0), (tally.Frames, tally.FramesWithoutFace, tally.HighestSmile));
    }

    [Fact]
    public void The_result_says_one_line_and_draws_people_gaps_and_nobody()
    {
        FaceVideoRecorder recorder = new(new TestClip(6), new FaceVideoOptions { MaximumFaces = 2 });
        foreach (MeasuredFrame frame in Frames("0 01 . . 01 1", 0))
        {
            recorder.Add(frame);
        }

        FaceVideoResult result = recorder.Result(null);
        Assert.Equal("astronaut.mp4: 6 frames in 0.50 s, 2 people, nobody found in 2 frames.", result.ToString());
        Figure figure = result.TimeCourse();
        Assert.Equal(4, figure.Data.Length);
        Shape shaded = Assert.Single(figure.Layout.Shapes!.Value);
        Assert.Equal((0.1, 0.4), (double.Parse(shaded.X0!.ToString()!), double.Parse(shaded.X1!.ToString()!)));
        Assert.Contains("Descriptive geometry", figure.Description, StringComparison.Ordinal);
    }

    private static FaceVideoTally Tally(string frames)
    {
        FaceVideoTally tally = new();
        Add(tally, frames);
        return tally;
    }

    private static void Add(FaceVideoTally tally, string frames)
    {
        foreach (MeasuredFrame frame in Frames(frames, tally.Frames))
        {
            tally.Add(frame);
        }
    }

    /// <summary>Frames a tenth of a second apart: who is in each, a dot for nobody.</summary>
    private static IEnumerable<MeasuredFrame> Frames(string frames, int first) => frames.Split(' ').Select((people, i) => new MeasuredFrame(first + i, Math.Round((first + i) / 10.0, 1))
    {
        Faces = [.. people.Where(char.IsDigit).Select(person => s_face with { Person = person - '0', Face = s_face.Face with { Track = person - '0' + 1 } })],
    });
}
