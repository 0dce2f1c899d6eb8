// People who leave, come back, hide and cross: each keeps one number.
namespace SmileNotebooks.Tests.Faces;

public sealed class FaceTrackerPeopleTests : IDisposable
{
    private readonly FaceLandmarker _faces = FaceLandmarker.Open(new() { Blendshapes = false });

    public void Dispose() => _faces.Dispose();

    [Fact]
    public void Who_comes_back_at_another_place_and_size_is_known_again()
    {
        FaceClip clip = new(480, 270, new Actor(FaceClip.Astronaut, i => i < 8 ? new(120, 135, 180) : i < 30 ? null : new(330, 140, 210)));
        int[][] numbers = clip.Follow(_faces, 36, new());

        Assert.All(numbers[..8], frame => Assert.Equal(1, frame[0]));
        Assert.All(numbers[30..], frame => Assert.Equal(1, frame[0]));
    }

    [Theory]
    [InlineData(0.8, 2)]
    [InlineData(1.2, 1)]
    [InlineData(0.0, 2)]
    public void Who_stays_away_for_longer_than_is_remembered_is_new(double longest, int expected)
    {
        // Seen until frame 4, found again in frame 30: 26 frames of 1/25 s.
        FaceClip clip = new(240, 240, new Actor(FaceClip.Astronaut, i => i is < 5 or >= 30 ? new(120, 120, 200) : null));
        int[][] numbers = clip.Follow(_faces, 32, new() { LongestAbsence = longest });

        Assert.Equal([1, expected], [numbers[0][0], numbers[31][0]]);
    }

    [Fact]
    public void Dark_frames_cost_nobody_a_number()
    {
        static Placed? Unless(int i, Placed place) => i % 9 >= 6 ? null : place;
        FaceClip clip = new(
            560, 240,
            new Actor(FaceClip.Astronaut, i => Unless(i, new(110 + i, 120, 180))),
            new Actor(FaceClip.Astronaut.FlipHorizontally(), i => Unless(i, new(280, 120 + (i / 3.0), 180))),
            new Actor(FaceClip.Astronaut, i => Unless(i, new(460 - i, 120, 150))));
        int[][] numbers = clip.Follow(_faces, 45, new() { MaximumFaces = 3 });

        int[] first = numbers[0];
        Assert.Equal([1, 2, 3], first.Order());
        Assert.All(numbers.Where((_, i) => i % 9 < 6), frame => Assert.Equal(first, frame));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(14)]
    public void Two_of_one_face_who_cross_keep_their_numbers(int pixelsAFrame)
    {
        // The second stands before the first and hides it on the way.
        int frames = 340 / pixelsAFrame;
        FaceClip clip = new(
            560, 220,
            new Actor(FaceClip.Astronaut, i => new(110 + (pixelsAFrame * i), 110, 180)),
            new Actor(FaceClip.Astronaut.FlipHorizontally(), i => new(450 - (pixelsAFrame * i), 110, 180)));
        int[][] numbers = clip.Follow(_faces, frames + 6, new() { MaximumFaces = 2 });

        Assert.Equal([1, 2], numbers[0].Order());
        Assert.Equal(numbers[0], numbers[frames + 5]);

        // While one hides the other, the one face that is seen stands near both.
        Assert.All(numbers.Where(frame => frame[0] != frame[1]), frame => Assert.True(frame.Zip(numbers[0]).All(pair => pair.First == 0 || pair.First == pair.Second)));
    }

    [Fact]
    public void One_who_passes_behind_another_keeps_the_number()
    {
        FaceClip clip = new(
            540, 240,
            new Actor(FaceClip.Astronaut, i => new(85 + (8 * i), 115, 160)),
            new Actor(FaceClip.Astronaut.FlipHorizontally(), _ => new(280, 120, 210)));
        int[][] numbers = clip.Follow(_faces, 48, new() { MaximumFaces = 2 });

        Assert.All(numbers, frame => Assert.Equal(numbers[0][1], frame[1]));
        Assert.NotEqual(0, numbers[0][0]);
        Assert.Equal(numbers[0], numbers[^1]);
    }

    [Fact]
    public void A_newcomer_is_found_within_the_frames_between_searches()
    {
        FaceClip clip = new(
            480, 220,
            new Actor(FaceClip.Astronaut, _ => new(120, 110, 180)),
            new Actor(FaceClip.Astronaut.FlipHorizontally(), i => i < 7 ? null : new(350, 110, 180)));
        int[][] numbers = clip.Follow(_faces, 24, new() { MaximumFaces = 2, FramesBetweenSearches = 10 });

        Assert.All(numbers[..10], frame => Assert.Equal(0, frame[1]));
        Assert.All(numbers[10..], frame => Assert.Equal([1, 2], frame));
    }

    [Fact]
    public void Several_people_who_leave_and_come_back_keep_their_numbers()
    {
        string photos = SharedData.PathOf("data", "congress", "photos");
        Picture[] people = [.. Directory.GetFiles(photos, "*.jpg").Order(StringComparer.Ordinal).Take(3).Select(file => Picture.Load(file))];
        double[] places = [100, 300, 500];

        // All are away for a second and come back a few steps farther.
        Actor[] actors =
        [
            .. people.Select((portrait, k) => new Actor(portrait, i => i < 10 ? new(places[k] + (2 * i), 120, 200) : i < 35 ? null : new(places[k] - 20 + i, 125, 190))),
        ];
        int[][] numbers = new FaceClip(640, 240, actors).Follow(_faces, 48, new() { MaximumFaces = 3 });

        Assert.Equal([1, 2, 3], numbers[0].Order());
        Assert.Equal(numbers[0], numbers[9]);
        Assert.All(numbers[35..], frame => Assert.Equal(numbers[0], frame));
    }

    [Fact]
    public void Times_must_ascend()
    {
        using FaceTracker tracker = _faces.Track();
        Picture frame = new(64, 64, new byte[64 * 64 * 3]);
        tracker.Update(frame, 1);

        Assert.Contains("Frame 1 is shown after", Assert.Throws<ArgumentOutOfRangeException>(() => tracker.Update(frame, 1)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => tracker.Update(frame, double.NaN));
        Assert.Empty(tracker.Update(frame));
    }

    [Fact]
    public void Options_out_of_range_are_told()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _faces.Track(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => _faces.Track(new FaceTrackerOptions { FramesBetweenSearches = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => _faces.Track(new FaceTrackerOptions { LongestAbsence = double.NaN }));
    }
}
