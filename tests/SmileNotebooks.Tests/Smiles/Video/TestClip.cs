using SmileNotebooks.Tests.Faces;

namespace SmileNotebooks.Tests;

/// <summary>A clip made of the astronaut's face, which sways a little; some frames are grey.</summary>
internal sealed class TestClip(int count) : IFrameSource
{
    private static readonly Lazy<Picture> s_photo = new(Golden.Astronaut);
    private static readonly Picture s_grey = new(256, 256, Enumerable.Repeat((byte)128, 256 * 256 * 3).ToArray());
    private int _open;

    /// <summary>Frames without a face.</summary>
    public Func<int, bool> IsGrey { get; init; } = _ => false;

    /// <summary>After so many frames the clip is damaged; null for never.</summary>
    public int? DamageAfter { get; init; }

    /// <summary>What the face looks like; default: one, 256 x 256.</summary>
    public Func<int, Picture> Draw { get; init; } = Sway;

    /// <summary>How many readings are under way: 0 when all threads have ended.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>How many frames were read.</summary>
    public int Given { get; private set; }

    public string Name => "clips/astronaut.mp4";

    public int Width => 256;

    public int Height => 256;

    public double? FrameRate => 25;

    public int? FrameCount => count;

    public static Picture Sway(int frame) => s_photo.Value.Crop(96 + (int)Math.Round(12 * Math.Sin(frame / 6.0)), (int)Math.Round(4 + (4 * Math.Cos(frame / 4.0))), 256, 256);

    /// <summary>Uneven: every other frame is a little late.</summary>
    public static double TimeOf(int frame) => (frame / 25.0) + (frame % 2 == 0 ? 0 : 0.005);

    public IEnumerable<VideoFrame> Frames(CancellationToken cancellation = default)
    {
        Interlocked.Increment(ref _open);
        try
        {
            for (int i = 0; i < count; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (i == DamageAfter)
                {
                    throw new VideoException(Name, $"after frame {i - 1}", "damaged data", "a whole clip");
                }

                Given++;
                yield return new VideoFrame(i, TimeOf(i), IsGrey(i) ? s_grey : Draw(i));
            }
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }
}
