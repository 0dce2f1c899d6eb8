// What all contenders work on: simulated, from a seed, as files.
using System.Runtime.InteropServices;

namespace SmileNotebooks.Physiology.Benchmarks;

/// <summary>Data sets in a folder, each written when it is first asked for.</summary>
internal static class BenchmarkData
{
    public static void Prepare(string name, int scale, string folder)
    {
        switch (name)
        {
            case "pipeline":
                WriteSignals(folder, name, scale, 2, 600_000 * scale, 1000);
                break;
            case "pipeline-channels":
                WriteSignals(folder, name, scale, 2 * scale, 60_000, 1000);
                break;
            case "pipeline-rate":
                WriteSignals(folder, name, scale, 2, 60_000 * scale, 1000 * scale);
                break;
            case "edf":
                WriteEdf(Path.Combine(folder, $"recording-{scale}.edf"), 8, 600_000 * scale, 1000);
                break;
            case "brainvision":
                WriteBrainVision(folder, scale, 8, 600_000 * scale, 1000);
                break;
            case "edf-long":
                WriteEdf(Path.Combine(folder, $"long-{scale}.edf"), 32, 1_440_000 * scale, 2000);
                break;
            case "study":
                WriteStudy(StudyFolder(folder, scale), 10 * scale);
                break;
            default:
                throw new ArgumentException($"No data set '{name}'.", nameof(name));
        }
    }

    /// <summary>Forgets a data set: the largest ones fill a gigabyte.</summary>
    public static void Remove(string name, int scale, string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => !Path.GetFileName(file).Contains("-1.", StringComparison.Ordinal)))
        {
            File.Delete(file);
        }
    }

    public static string StudyFolder(string folder, int scale) => Path.Combine(folder, $"study-{scale}");

    /// <summary>The channels one after the other, and their rate.</summary>
    public static (double[][] Channels, double SamplingRate) Read(string folder, string name, int scale)
    {
        double[] all = new double[new FileInfo(PathOf(folder, name, scale)).Length / sizeof(double)];
        using FileStream file = File.OpenRead(PathOf(folder, name, scale));
        for (int at = 0; at < all.Length; at += 1 << 20)
        {
            file.ReadExactly(MemoryMarshal.AsBytes(all.AsSpan(at, Math.Min(1 << 20, all.Length - at))));
        }

        int channels = (int)all[0];
        int samples = (all.Length - 2) / channels;
        return ([.. Enumerable.Range(0, channels).Select(channel => all.AsSpan(2 + (channel * samples), samples).ToArray())], all[1]);
    }

    private static string PathOf(string folder, string name, int scale) => Path.Combine(folder, $"{name}-{scale}.bin");

    private static void WriteSignals(string folder, string name, int scale, int channels, int samples, double rate)
    {
        if (File.Exists(PathOf(folder, name, scale)))
        {
            return;
        }

        using FileStream file = File.Create(PathOf(folder, name, scale));
        file.Write(MemoryMarshal.AsBytes<double>([channels, rate]));
        for (int channel = 0; channel < channels; channel++)
        {
            double[] values = Noise(samples, channel);
            for (int at = 0; at < samples; at += 1 << 20)
            {
                file.Write(MemoryMarshal.AsBytes(values.AsSpan(at, Math.Min(1 << 20, samples - at))));
            }
        }
    }

    // Microvolts, with a burst twice a minute, so that onsets have something to find.
    private static double[] Noise(int samples, int channel)
    {
        RandomStream random = new(1, (ulong)channel);
        double[] values = new double[samples];
        random.FillGaussian(values, 0, 5);
        for (int sample = 0; sample < samples; sample++)
        {
            values[sample] *= sample % 30_000 is >= 15_000 and < 16_000 ? 4 : 1;
        }

        return values;
    }

    private static void WriteEdf(string path, int channels, int samples, double rate)
    {
        if (!File.Exists(path))
        {
            new Recording(Enumerable.Range(0, channels).Select(channel => new Channel($"EMG {channel + 1}", "uV", rate, Noise(samples, channel)))).SaveEdf(path);
        }
    }

    private static void WriteBrainVision(string folder, int scale, int channels, int samples, double rate)
    {
        string data = Path.Combine(folder, $"recording-{scale}.eeg");
        if (File.Exists(data))
        {
            return;
        }

        double[][] values = [.. Enumerable.Range(0, channels).Select(channel => Noise(samples, channel))];
        using (FileStream file = File.Create(data))
        {
            short[] block = new short[channels * 1000];
            for (int start = 0; start < samples; start += 1000)
            {
                for (int at = 0; at < block.Length; at++)
                {
                    block[at] = (short)(values[at % channels][start + (at / channels)] * 100);
                }

                file.Write(MemoryMarshal.AsBytes(block.AsSpan()));
            }
        }

        File.WriteAllText(Path.ChangeExtension(data, ".vhdr"), FormattableString.Invariant($"""
            Brain Vision Data Exchange Header File Version 1.0
            [Common Infos]
            Codepage=UTF-8
            DataFile=recording-{scale}.eeg
            MarkerFile=recording-{scale}.vmrk
            DataFormat=BINARY
            DataOrientation=MULTIPLEXED
            NumberOfChannels={channels}
            SamplingInterval={1e6 / rate}
            [Binary Infos]
            BinaryFormat=INT_16
            [Channel Infos]

            """) + string.Concat(Enumerable.Range(1, channels).Select(channel => $"Ch{channel}=EMG{channel},,0.01,µV\n")));
        File.WriteAllText(Path.ChangeExtension(data, ".vmrk"), $"""
            Brain Vision Data Exchange Marker File, Version 1.0
            [Common Infos]
            Codepage=UTF-8
            DataFile=recording-{scale}.eeg
            [Marker Infos]
            Mk1=New Segment,,1,1,0,20260101000000000000

            """);
    }

    // The layout of FMOV at 100 Hz: one minute with a trial of each condition, the same numbers for everyone.
    private static void WriteStudy(string folder, int recordings)
    {
        Directory.CreateDirectory(folder);
        double[] noise = Noise(6000, 1);
        string text = string.Concat(Enumerable.Range(0, 6000).Select(sample => FormattableString.Invariant(
            $"2.5\t{noise[sample] / 1000:G6}\t{noise[^(sample + 1)] / 1000:G6}\t{(Math.Abs(noise[sample]) + 1) / 1000:G6}\t{(Math.Abs(noise[^(sample + 1)]) + 1) / 1000:G6}\t{Marker(sample, 1000)}\t{Marker(sample, 2500)}\t{Marker(sample, 4000)}\t\n")));
        for (int recording = 1; recording <= recordings; recording++)
        {
            string path = Path.Combine(folder, $"{recording:0000}_FMOV.txt");
            if (!File.Exists(path))
            {
                File.WriteAllText(path, text);
            }
        }
    }

    private static int Marker(int sample, int onset) => sample >= onset - 10 && sample < onset ? 5 : 0;
}
