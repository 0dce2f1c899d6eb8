// Beside the real face_mesh (npm @mediapipe/face_mesh in Chromium) on the same photo.
namespace SmileNotebooks.Tests.Faces;

public class FaceMeshParityTests(ITestOutputHelper output)
{
    private const double MeanLimit = 0.05;
    private const double MaxLimit = 0.15;

    [Fact]
    public void First_frame_matches_face_mesh()
    {
        using FaceLandmarker faces = FaceLandmarker.Open(new() { Blendshapes = false });

        Face face = Assert.Single(faces.Detect(Golden.Astronaut()));

        AssertClose(face, "detected_frame");
    }

    [Fact]
    public void Sixty_tracked_frames_match_face_mesh()
    {
        Picture photo = Golden.Astronaut();
        using FaceLandmarker faces = FaceLandmarker.Open(new() { Blendshapes = false, SettleNewFaces = false });
        using FaceTracker tracker = faces.Track();

        for (int frame = 0; frame < 60; frame++)
        {
            Face face = Assert.Single(tracker.Update(photo));
            string? golden = frame switch { 0 => "detected_frame", 1 => "tracked_frame_1", 59 => "tracked_frame_59", _ => null };
            if (golden is not null)
            {
                AssertClose(face, golden);
            }
        }
    }

    private void AssertClose(Face face, string frame)
    {
        (double mean, double max) = Golden.Distance(face.Landmarks, ReferenceFaces.Astronaut(frame).Landmarks);
        output.WriteLine($"{frame}: mean {mean:F4} px, max {max:F4} px");
        Assert.InRange(mean, 0, MeanLimit);
        Assert.InRange(max, 0, MaxLimit);
    }
}
