using Microsoft.ML.OnnxRuntime;

namespace OnnxRuntime.Tests;

public class NativeLibraryTests
{
    [Fact]
    public void Native_library_beside_the_assembly_loads_and_is_the_version_of_the_assembly()
    {
        // The assembly's is pinned: in OnnxRuntime.csproj, or in build/onnxruntime-nuget.targets.
        Assert.Equal(typeof(OrtEnv).Assembly.GetName().Version!.ToString(3), OrtEnv.Instance().GetVersionString());
    }
}
