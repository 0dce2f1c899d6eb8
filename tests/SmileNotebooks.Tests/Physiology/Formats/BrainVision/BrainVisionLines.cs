// BrainVision recordings made line by line, so that each can have its own fault.
using System.Text;

namespace SmileNotebooks.Tests.Physiology.Formats.BrainVision;

/// <summary>A recording of two channels of 16 bits, the first 1, 2, 3 and the second 10, 20, 30.</summary>
internal sealed record BrainVisionLines
{
    public string FirstLine { get; init; } = "BrainVision Data Exchange Header File Version 2.0";

    public string DataFile { get; init; } = "DataFile=a.eeg";

    public string MarkerFile { get; init; } = "MarkerFile=a.vmrk";

    public string[] Common { get; init; } = ["DataFormat=BINARY", "DataOrientation=MULTIPLEXED", "NumberOfChannels=2", "SamplingInterval=1000"];

    public string Binary { get; init; } = "BinaryFormat=INT_16";

    public string[] Channels { get; init; } = ["Ch1=EMG zyg,,0.5,µV", "Ch2=b,,1,mV"];

    public string[] Markers { get; init; } = ["Mk1=New Segment,,1,1,0,20210302140506250000", "Mk2=Stimulus,Happy,3,1,0"];

    public byte[] Samples { get; init; } = [1, 0, 10, 0, 2, 0, 20, 0, 3, 0, 30, 0];

    public Encoding Encoding { get; init; } = Encoding.UTF8;

    public byte[] Header => Encoding.GetBytes(string.Join("\r\n", [FirstLine, "[common infos]", DataFile, MarkerFile, .. Common, "[Binary Infos]", Binary, "[Channel Infos]", .. Channels]));

    /// <summary>Writes a.vhdr, a.vmrk and a.eeg, and gives the path of the first.</summary>
    public string Write(TemporaryFolder folder)
    {
        folder.Write("a.eeg", Samples);
        folder.Write("a.vmrk", Encoding.GetBytes(string.Join("\n", ["Brain Vision Data Exchange Marker File, Version 1.0", "[Marker Infos]", .. Markers])));
        return folder.Write("a.vhdr", Header);
    }
}
