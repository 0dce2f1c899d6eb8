using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using SmileNotebooks;

namespace SmileNotebooks.Tests.Imaging;

/// <summary>Runs alone: it looks at the memory of the whole process.</summary>
[CollectionDefinition(nameof(VipsLibraryTests), DisableParallelization = true)]
[Collection(nameof(VipsLibraryTests))]
public class VipsLibraryTests
{
    [Fact]
    public void Two_thousand_pictures_leave_no_native_memory_behind()
    {
        byte[] jpeg = TestPictures.Waves(128, 128).Encode(PictureFormat.Jpeg);
        byte[] profiled = File.ReadAllBytes(TestPictures.Oracle("adobe-rgb.png"));
        Load(100, jpeg, profiled);
        int allocations = TrackedAllocations();
        long workingSet = Environment.WorkingSet;

        Load(2000, jpeg, profiled);

        Assert.Equal(allocations, TrackedAllocations());
        // Leaking only the pixels would be 98 MB.
        Assert.InRange(Environment.WorkingSet - workingSet, long.MinValue, 40_000_000);
    }

    [Fact]
    public void A_host_that_loads_the_assembly_by_path_finds_the_library()
    {
        string configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        string path = Repository.PathOf("artifacts", "bin", "SmileNotebooks", configuration, "SmileNotebooks.dll");
        AssemblyLoadContext host = new("another host", isCollectible: false);

        Type picture = host.LoadFromAssemblyPath(path).GetType("SmileNotebooks.Picture", throwOnError: true)!;
        MethodInfo load = picture.GetMethod("Load")!;
        object loaded = load.Invoke(null, [TestPictures.Oracle("rgb.png"), null])!;

        Assert.NotEqual(typeof(Picture), picture);
        Assert.Equal(12, picture.GetProperty("Width")!.GetValue(loaded));
    }

    private static void Load(int times, byte[] jpeg, byte[] profiled)
    {
        for (int i = 0; i < times; i++)
        {
            Assert.Equal(128, Picture.Decode(jpeg).Width);
            if (i % 20 == 0)
            {
                Assert.Equal(12, Picture.Decode(profiled).Width);
                Assert.Throws<PictureException>(() => Picture.Decode(jpeg.AsSpan(0, 700)));
            }
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    private static int TrackedAllocations()
    {
        nint library = NativeLibrary.Load(VipsLibrary.Name, typeof(Picture).Assembly, null);
        return Marshal.GetDelegateForFunctionPointer<CountFunction>(NativeLibrary.GetExport(library, "vips_tracked_get_allocs"))();
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int CountFunction();
}
