// Photos with faces for the tests of wrinkles: landmarks of MediaPipe on the picture they were found in, and what cameras do to pictures.
namespace SmileNotebooks.Tests;

internal static class WrinkleFaces
{
    /// <summary>What is lent for one thread at a time; each test reads its own.</summary>
    public static Face Astronaut() => ReferenceFaces.Astronaut() with { Picture = PortraitPictures.Astronaut() };

    /// <summary>The 60 portraits with their pictures; skips where the reference data are absent.</summary>
    public static IReadOnlyList<(string Name, Face Face, Portrait Portrait)> Portraits() =>
        [.. ReferenceFaces.Portraits().Select(portrait => (
            portrait.Image,
            portrait.Face with { Picture = Picture.Load(SharedData.PathOf("data", "congress", "photos", portrait.Image)) },
            portrait))];

    public static IEnumerable<(string Name, Face Face)> All() =>
        [("astronaut", Astronaut()), .. Portraits().Select(portrait => (portrait.Name, portrait.Face))];

    public static Face WithPicture(this Face face, Picture picture) => face with { Picture = picture };

    public static Face Painted(this Face face, PaintedWrinkles folds) => face with { Picture = WrinklePainter.Paint(face, folds) };

    /// <summary>Picture and landmarks at another size.</summary>
    public static Face Resized(this Face face, double scale)
    {
        Picture picture = face.Picture!.Resize((int)Math.Round(face.Picture.Width * scale), (int)Math.Round(face.Picture.Height * scale));
        float x = (float)picture.Width / face.Picture.Width, y = (float)picture.Height / face.Picture.Height;
        return ReferenceFaces.FaceOf([.. face.Landmarks.Select(p => new Point3(p.X * x, p.Y * y, p.Z * x))]) with { Picture = picture };
    }

    public static Face Compressed(this Face face, int quality) =>
        face with { Picture = Picture.Decode(face.Picture!.Encode(PictureFormat.Jpeg, quality)) };

    /// <summary>Levels changed in linear light: [0, 1] to [0, 1] by column (0 left to 1 right).</summary>
    public static Face Lit(this Face face, Func<double, double, double> change)
    {
        Picture picture = face.Picture!;
        byte[] pixels = picture.Pixels.ToArray();
        for (int i = 0; i < pixels.Length; i++)
        {
            double level = pixels[i] / 255.0, light = level <= 0.04045 ? level / 12.92 : Math.Pow((level + 0.055) / 1.055, 2.4);
            light = Math.Clamp(change(light, i / 3 % picture.Width / (double)picture.Width), 0, 1);
            pixels[i] = (byte)((255 * (light <= 0.0031308 ? 12.92 * light : (1.055 * Math.Pow(light, 1 / 2.4)) - 0.055)) + 0.5);
        }

        return face with { Picture = new Picture(picture.Width, picture.Height, pixels) };
    }

    /// <summary>Gaussian blur of the levels.</summary>
    public static Face Blurred(this Face face, double sigma)
    {
        Picture picture = face.Picture!;
        int radius = (int)Math.Ceiling(4 * sigma);
        double[] kernel = [.. Enumerable.Range(-radius, (2 * radius) + 1).Select(t => Math.Exp(-t * t / (2 * sigma * sigma)))];
        double sum = kernel.Sum();
        double[] values = [.. picture.Pixels.ToArray().Select(level => (double)level)];
        foreach (bool across in new[] { true, false })
        {
            double[] from = (double[])values.Clone();
            for (int i = 0; i < values.Length; i++)
            {
                int column = i / 3 % picture.Width, row = i / 3 / picture.Width;
                double value = 0;
                for (int t = -radius; t <= radius; t++)
                {
                    int x = across ? Math.Clamp(column + t, 0, picture.Width - 1) : column, y = across ? row : Math.Clamp(row + t, 0, picture.Height - 1);
                    value += kernel[t + radius] * from[(3 * ((y * picture.Width) + x)) + (i % 3)];
                }

                values[i] = value / sum;
            }
        }

        return face with { Picture = new Picture(picture.Width, picture.Height, values.Select(value => (byte)(value + 0.5)).ToArray()) };
    }

    /// <summary>Picture and landmarks in a mirror.</summary>
    public static Face MirroredPicture(this Face face)
    {
        int width = face.Picture!.Width;
        return face.Mirrored().Moved(p => p with { X = p.X + width }) with { Picture = face.Picture.FlipHorizontally() };
    }

    /// <summary>Picture and landmarks turned about the picture's centre.</summary>
    public static Face TurnedInPlane(this Face face, double degrees)
    {
        double x = face.Picture!.Width / 2.0, y = face.Picture.Height / 2.0;
        (double sine, double cosine) = Math.SinCos(degrees * Math.PI / 180);
        return face.Moved(p => new Point3(
            (float)(x + ((p.X - x) * cosine) - ((p.Y - y) * sine)), (float)(y + ((p.X - x) * sine) + ((p.Y - y) * cosine)), p.Z))
            with { Picture = face.Picture.Rotate(degrees) };
    }

    public static Wrinkle[] Regions(this Wrinkles wrinkles) =>
    [
        wrinkles.CrowsFeetRight, wrinkles.CrowsFeetLeft, wrinkles.LowerLidRight, wrinkles.LowerLidLeft, wrinkles.NasolabialRight, wrinkles.NasolabialLeft,
    ];
}
