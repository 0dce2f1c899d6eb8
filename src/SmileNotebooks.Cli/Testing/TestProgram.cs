// The programs that system tests need and that a machine may lack.
using System.Diagnostics;

namespace SmileNotebooks.Cli.Testing;

/// <summary>A program, how to see that it is there, and the Debian package that brings it.</summary>
internal sealed record TestProgram(string Purpose, string DebianPackage, string Probe, params string[] ProbeArguments)
{
    /// <summary>All that <c>smile test</c> installs.</summary>
    public static IReadOnlyList<TestProgram> All { get; } =
    [
        new("opens published pages", "chromium", "chromium", "--version"),
        new("gives headless pages a font", "fonts-dejavu-core", "sh", "-c", "test -d /usr/share/fonts/truetype/dejavu"),
        new("reads and writes the videos of tests", "ffmpeg", "ffmpeg", "-version"),
        new("checks notebooks against Jupyter's schema", "python3-nbformat", "/usr/bin/python3", "-c", "import nbformat"),
        new("opens notebooks with the kernel", "jupyter-notebook", "/usr/bin/python3", "-c", "import notebook"),
        new("runs notebooks with the kernel", "python3-nbclient", "/usr/bin/python3", "-c", "import nbclient"),
        new("runs notebooks with the kernel", "python3-nbconvert", "/usr/bin/python3", "-c", "import nbconvert"),
        new("tests the kernel", "python3-jupyter-kernel-test", "/usr/bin/python3", "-c", "import jupyter_kernel_test"),
        new("reads the recordings that we write", "python3-mne", "/usr/bin/python3", "-c", "import mne"),
        new("speaks to our sockets as Jupyter does", "python3-zmq", "/usr/bin/python3", "-c", "import zmq"),
    ];

    public bool IsInstalled()
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(Probe, ProbeArguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
