// What a runner and the process of its engine say to each other: binary messages, both ends being the same build.
using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

internal enum EngineRequest : byte
{
    /// <summary>Folder, time-out and clock; comes first.</summary>
    Start,

    /// <summary>A cell's code.</summary>
    Run,

    /// <summary>Interrupt the running cell.</summary>
    Stop,
}

internal enum EngineReply : byte
{
    Stream,
    Display,
    Update,
    Result,
    Error,
    Clear,

    /// <summary>The cell has ended.</summary>
    End,
}

internal static class EngineWire
{
    public static void Write(BinaryWriter writer, CellOutput output)
    {
        switch (output)
        {
            case StreamOutput stream:
                writer.Write((byte)EngineReply.Stream);
                writer.Write(stream.Name);
                writer.Write(stream.Text);
                break;
            case DisplayOutput display:
                writer.Write((byte)EngineReply.Display);
                writer.Write(display.DisplayId ?? "");
                Write(writer, display.Data);
                break;
            case DisplayUpdate update:
                writer.Write((byte)EngineReply.Update);
                writer.Write(update.DisplayId);
                Write(writer, update.Data);
                break;
            case ResultOutput result:
                writer.Write((byte)EngineReply.Result);
                Write(writer, result.Data);
                break;
            case ErrorOutput error:
                writer.Write((byte)EngineReply.Error);
                WriteError(writer, error);
                break;
            case ClearOutput clear:
                writer.Write((byte)EngineReply.Clear);
                writer.Write(clear.Wait);
                break;
            default:
                throw new ArgumentException($"A process of an engine cannot send a {output.GetType().Name}.");
        }
    }

    public static CellOutput Read(BinaryReader reader, EngineReply kind) => kind switch
    {
        EngineReply.Stream => new StreamOutput(reader.ReadString(), reader.ReadString()),
        EngineReply.Display => ReadDisplay(reader),
        EngineReply.Update => ReadUpdate(reader),
        EngineReply.Result => new ResultOutput(ReadBundle(reader)),
        EngineReply.Error => ReadError(reader),
        EngineReply.Clear => new ClearOutput(reader.ReadBoolean()),
        _ => throw new InvalidDataException($"The process of an engine sent a message of kind {(byte)kind}, which there is not."),
    };

    public static void WriteStart(BinaryWriter writer, RunOptions options)
    {
        writer.Write((byte)EngineRequest.Start);
        writer.Write(Path.GetFullPath(options.Folder, WorkingFolder.AtStart));
        writer.Write(options.CellTimeOut.Ticks);
        writer.Write(options.Clock == TimeProvider.System ? 0 : options.Clock.GetUtcNow().UtcTicks);
    }

    public static EngineOptions ReadStart(BinaryReader reader) => new()
    {
        Folder = reader.ReadString(),
        CellTimeOut = new TimeSpan(reader.ReadInt64()),
        Clock = reader.ReadInt64() is var stopped && stopped == 0 ? TimeProvider.System : new StoppedClock(new DateTimeOffset(stopped, TimeSpan.Zero)),
    };

    public static void WriteEnd(BinaryWriter writer, CellResult result)
    {
        writer.Write((byte)EngineReply.End);
        writer.Write((byte)result.Status);
        writer.Write(result.Number);
        writer.Write(result.Duration.Ticks);
        writer.Write(result.Error is not null);
        if (result.Error is not null)
        {
            WriteError(writer, result.Error);
        }
    }

    public static CellResult ReadEnd(BinaryReader reader) => new(
        (CellStatus)reader.ReadByte(), reader.ReadInt32(), new TimeSpan(reader.ReadInt64()), Value: null, reader.ReadBoolean() ? ReadError(reader) : null);

    private static DisplayOutput ReadDisplay(BinaryReader reader)
    {
        string id = reader.ReadString();
        return new DisplayOutput(ReadBundle(reader), id.Length == 0 ? null : id);
    }

    private static DisplayUpdate ReadUpdate(BinaryReader reader)
    {
        string id = reader.ReadString();
        return new DisplayUpdate(ReadBundle(reader), id);
    }

    private static void WriteError(BinaryWriter writer, ErrorOutput error)
    {
        writer.Write(error.Name);
        writer.Write(error.Message);
        writer.Write(error.Traceback.Length);
        foreach (string line in error.Traceback)
        {
            writer.Write(line);
        }
    }

    private static ErrorOutput ReadError(BinaryReader reader)
    {
        string name = reader.ReadString();
        string message = reader.ReadString();
        int lines = reader.ReadInt32();
        return new ErrorOutput(name, message, [.. Enumerable.Range(0, lines).Select(_ => reader.ReadString())]);
    }

    private static void Write(BinaryWriter writer, MimeBundle bundle)
    {
        writer.Write(bundle.Data.Count);
        foreach ((string mimeType, string content) in bundle.Data)
        {
            writer.Write(mimeType);
            writer.Write(content);
        }

        writer.Write(bundle.Metadata?.ToJsonString() ?? "");
    }

    private static MimeBundle ReadBundle(BinaryReader reader)
    {
        ImmutableSortedDictionary<string, string>.Builder data = ImmutableSortedDictionary.CreateBuilder<string, string>();
        for (int left = reader.ReadInt32(); left > 0; left--)
        {
            string mimeType = reader.ReadString();
            data[mimeType] = reader.ReadString();
        }

        string metadata = reader.ReadString();
        return new MimeBundle(data.ToImmutable()) { Metadata = metadata.Length == 0 ? null : JsonNode.Parse(metadata)!.AsObject() };
    }
}
