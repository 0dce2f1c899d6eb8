// Everyone measures the same photo in turn, round after round, so that whatever else the machine does slows all alike.
namespace SmileNotebooks.Benchmarks.SideBySide;

/// <summary>A peer and what stands beside it.</summary>
/// <param name="Peer">The peer.</param>
/// <param name="Ours">Ours.</param>
/// <param name="SameModels">Whether both have the same models, so that their landmarks can be compared.</param>
internal sealed record Pair(Contender Peer, Contender Ours, bool SameModels);

/// <summary>The real FaceLandmarker and face_mesh beside this library, in one run.</summary>
internal static class PeerComparison
{
    private const int AstronautRounds = 15;
    private const int PortraitRounds = 5;
    private const int PortraitCount = 3;
    private const int WarmUps = 2;
    private const int Repeats = 3;
    private const int PauseMilliseconds = 50;

    public static async Task<ComparisonTables> RunAsync()
    {
        string bundleFolder = Checkout.BundleFolder() ?? throw new FileNotFoundException(
            $"The comparison needs {FaceModelBundle.FileName} in {FaceModelFolder.Default}: see models/README.md.");
        List<BenchmarkPhoto> photos = [new(0, "astronaut", Checkout.Astronaut())];
        photos.AddRange(Checkout.Portraits(PortraitCount).Select((path, i) => new BenchmarkPhoto(i + 1, $"portrait {i + 1}", Picture.Load(path))));

        using PeerPage page = new([.. photos.Select(photo => photo.Picture.Encode(PictureFormat.Png))], bundleFolder);
        using HeadlessChromium browser = new(page.Address);
        using FaceLandmarker mesh = FaceLandmarker.Open(new() { Blendshapes = false, MaximumFaces = 1 });
        using FaceLandmarker steady = FaceLandmarker.Open(new() { Blendshapes = false, Steady = true, MaximumFaces = 1 });
        using FaceLandmarker bundle = FaceLandmarker.Open(
            new() { Model = FaceModel.TaskBundle, Blendshapes = false, MaximumFaces = 1, ModelFolder = bundleFolder });
        using FaceLandmarker blendshapes = FaceLandmarker.Open(
            new() { Model = FaceModel.TaskBundle, MaximumFaces = 1, ModelFolder = bundleFolder });
        await page.WaitUntilReadyAsync();

        IReadOnlyList<Pair> pairs = Pairs(page, mesh, steady, bundle, blendshapes);
        ComparisonTables tables = new(browser.Version, pairs);
        await WarmUpAsync(photos[0], pairs);
        foreach (BenchmarkPhoto photo in photos)
        {
            tables.Add(photo, await CompareAsync(photo, pairs));
        }

        await page.EndAsync();
        return tables;
    }

    private static IReadOnlyList<Pair> Pairs(
        PeerPage page, FaceLandmarker mesh, FaceLandmarker steady, FaceLandmarker bundle, FaceLandmarker blendshapes)
    {
        Contender landmarker = Contender.OfPage("FaceLandmarker, image", page, "landmarker");
        Contender detectMesh = Contender.Detecting("detect + 478 points", mesh);
        Contender trackMesh = Contender.Tracking("478 points, tracked", mesh);
        return
        [
            new(landmarker, detectMesh, SameModels: false),
            new(landmarker, Contender.Detecting("the same, steady", steady), SameModels: false),
            new(landmarker, Contender.Detecting("the same bundle", bundle), SameModels: true),
            new(
                Contender.OfPage("FaceLandmarker, image, blendshapes", page, "landmarkerBlendshapes"),
                Contender.Detecting("the same bundle, blendshapes", blendshapes),
                SameModels: true),
            new(Contender.OfPage("FaceLandmarker, video", page, "landmarkerVideo"), trackMesh, SameModels: false),
            new(Contender.OfPage("face_mesh, detecting", page, "faceMeshDetecting"), detectMesh, SameModels: true),
            new(Contender.OfPage("face_mesh, tracking", page, "faceMeshTracking"), trackMesh, SameModels: true),
        ];
    }

    /// <summary>Both sides compile while they run, and measure at their best only after some calls.</summary>
    private static async Task WarmUpAsync(BenchmarkPhoto photo, IReadOnlyList<Pair> pairs)
    {
        const int CallsOfPeers = 5;
        const int CallsOfOurs = 60;
        foreach (Pair pair in pairs)
        {
            await pair.Peer.TakeTurnAsync(photo, 0, CallsOfPeers);
            await pair.Ours.TakeTurnAsync(photo, 0, CallsOfOurs);
        }
    }

    private static async Task<Dictionary<Contender, Series>> CompareAsync(BenchmarkPhoto photo, IReadOnlyList<Pair> pairs)
    {
        Contender[] contenders = [.. pairs.SelectMany(pair => new[] { pair.Peer, pair.Ours }).Distinct()];
        Dictionary<Contender, Series> series = contenders.ToDictionary(contender => contender, _ => new Series());
        int rounds = photo.Number == 0 ? AstronautRounds : PortraitRounds;
        for (int round = 0; round < rounds; round++)
        {
            Console.Error.WriteLine($"{photo.Name}: round {round + 1} of {rounds}");
            for (int turn = 0; turn < contenders.Length; turn++)
            {
                // Who begins changes, and whoever was last gets time to tidy up: no one is always behind the same neighbour.
                Contender contender = contenders[(round + turn) % contenders.Length];
                await Task.Delay(PauseMilliseconds);
                series[contender].Add(await contender.TakeTurnAsync(photo, WarmUps, Repeats));
            }
        }

        return series;
    }
}
