using System.Collections.Immutable;

namespace SmileNotebooks.Tests.Faces;

public sealed class FaceTrackerTests : IDisposable
{
    private readonly FaceLandmarker _faces = FaceLandmarker.Open(new() { Blendshapes = false });
    private readonly Picture _photo = Golden.Astronaut();
    private readonly Picture _empty = new(512, 512, new byte[512 * 512 * 3]);

    public void Dispose() => _faces.Dispose();

    [Fact]
    public void A_face_keeps_its_number_while_it_is_seen_and_when_it_comes_back()
    {
        using FaceTracker tracker = _faces.Track();

        Assert.Equal(1, Assert.Single(tracker.Update(_photo)).Track);
        Assert.Equal(1, Assert.Single(tracker.Update(_photo)).Track);
        Assert.Empty(tracker.Update(_empty));
        Assert.Equal(1, Assert.Single(tracker.Update(_photo)).Track);
    }

    [Fact]
    public void Two_faces_are_followed_and_not_taken_for_one()
    {
        using FaceTracker tracker = _faces.Track(maximumFaces: 4);
        Picture portrait = _photo.Crop(96, 0, 256, 256);
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
#if DEBUG
        Assert.Skip("Code that is not optimised allocates: run the tests with -c Release.");
#endif
        using FaceTracker tracker = _faces.Track();
        for (int i = 0; i < 3; i++)
        {
            tracker.Advance(_photo);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 20; i++)
        {
            tracker.Advance(_photo);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(FaceTopology.PointCount, tracker.Landmarks(0).Length);
    }

    [Fact]
    public void Update_and_Advance_find_the_same()
    {
        using FaceTracker a = _faces.Track();
        using FaceTracker b = _faces.Track();
        for (int frame = 0; frame < 3; frame++)
        {
            Assert.Equal(1, b.Advance(_photo));
            Assert.Equal(Assert.Single(a.Update(_photo)).Landmarks, b.Landmarks(0).ToArray());
        }
    }

    [Fact]
    public void A_disposed_tracker_says_so_and_its_models_serve_the_next()
    {
        FaceTracker tracker = _faces.Track();
        tracker.Dispose();
        tracker.Dispose();

        Assert.Throws<ObjectDisposedException>(() => tracker.Update(_photo));
        Assert.Single(_faces.Detect(_photo));
    }
}
