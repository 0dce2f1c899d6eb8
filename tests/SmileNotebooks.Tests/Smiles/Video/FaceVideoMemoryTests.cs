namespace SmileNotebooks.Tests;

/// <summary>Runs alone: it looks at the memory of the whole process.</summary>
[CollectionDefinition(nameof(FaceVideoMemoryTests), DisableParallelization = true)]
[Collection(nameof(FaceVideoMemoryTests))]
public sealed class FaceVideoMemoryTests : IDisposable
{
    private readonly FaceLandmarker _faces = FaceLandmarker.Open(new() { Blendshapes = false });

    public void Dispose() => _faces.Dispose();

    [Fact]
    public void A_clip_of_2000_frames_holds_no_more_memory_than_one_of_200()
    {
        long[] held = [Held(200), Held(2000)];

        TestContext.Current.TestOutputHelper?.WriteLine($"{held[0]:#,0} and {held[1]:#,0} bytes");
        Assert.InRange(held[1] - held[0], -4_000_000, 1_000_000);

        long Held(int count)
        {
            long last = 0;
            foreach (MeasuredFrame frame in FaceVideo.Stream(new TestClip(count) { IsGrey = frame => frame > 3 }, _faces, new() { Workers = 2 }, TestContext.Current.CancellationToken))
            {
                last = frame.Index == count - 1 ? GC.GetTotalMemory(forceFullCollection: true) : 0;
            }

            return last;
        }
    }
}
