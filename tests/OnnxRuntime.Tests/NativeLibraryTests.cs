using Microsoft.ML.OnnxRuntime;

namespace OnnxRuntime.Tests;

public class NativeLibraryTests
{
    [Fact]
    public void Native_library_beside_the_assembly_loads_and_is_the_version_of_the_assembly()
    {
        string native = OrtEnv.Instance().GetVersionString();

        Assert.Equal("1.29.0", native);
        Assert.Equal(new Version(1, 29, 0, 0), typeof(OrtEnv).Assembly.GetName().Version);
    }
}
