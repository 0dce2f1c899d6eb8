using System.Collections.Immutable;

namespace SmileNotebooks.Tests.Faces;

public sealed class FaceTrackerTests : IDisposable
{
    private readonly FaceLandmarker faces = FaceLandmarker.Open(new() { Blendshapes = false });
    private readonly Picture photo = Golden.Astronaut();
    private readonly Picture empty = new(512, 512, new byte[512 * 512 * 3]);

    public void Dispose() => faces.Dispose();

    [Fact]
    public void A_face_keeps_its_number_while_it_is_seen_and_gets_a_new_one_when_it_comes_back()
    {
        using FaceTracker tracker = faces.Track();

        Assert.Equal(1, Assert.Single(tracker.Update(photo)).Track);
        Assert.Equal(1, Assert.Single(tracker.Update(photo)).Track);
        Assert.Empty(tracker.Update(empty));
        Assert.Equal(2, Assert.Single(tracker.Update(photo)).Track);
    }

    [Fact]
    public void Two_faces_are_followed_and_not_taken_for_one()
    {
        using FaceTracker tracker = faces.Track(maximumFaces: 4);
        Picture portrait = photo.Crop(96, 0, 256, 256);
        Picture two = Picture.SideBySide(portrait, portrait);

        for (int frame = 0; frame < 5; frame++)
        {
            ImmutableArray<Face> found = tracker.Update(two);
            Assert.Equal([1, 2], found.Select(face => face.Track!.Value));
        }
    }

    [Fact]
    public void A_followed_frame_allocates_nothing()
    {
        using FaceTracker tracker = faces.Track();
        for (int i = 0; i < 3; i++)
        {
            tracker.Advance(photo);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 20; i++)
        {
            tracker.Advance(photo);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(FaceTopology.PointCount, tracker.Landmarks(0).Length);
    }

    [Fact]
    public void Update_and_Advance_find_the_same()
    {
        using FaceTracker a = faces.Track();
        using FaceTracker b = faces.Track();
        for (int frame = 0; frame < 3; frame++)
        {
            Assert.Equal(1, b.Advance(photo));
            Assert.Equal(Assert.Single(a.Update(photo)).Landmarks, b.Landmarks(0).ToArray());
        }
    }

    [Fact]
    public void A_disposed_tracker_says_so_and_its_models_serve_the_next()
    {
        FaceTracker tracker = faces.Track();
        tracker.Dispose();
        tracker.Dispose();

        Assert.Throws<ObjectDisposedException>(() => tracker.Update(photo));
        Assert.Single(faces.Detect(photo));
    }
}
