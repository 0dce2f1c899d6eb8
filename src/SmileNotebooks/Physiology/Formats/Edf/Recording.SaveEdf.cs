// Writing a recording as EDF+.
namespace SmileNotebooks;

public sealed partial record Recording
{
    /// <summary>Writes the recording as EDF+ (Kemp and Olivan, 2003), with its events as annotations. A pause that all channels have (samples of NaN) makes a discontinuous file (EDF+D).
    /// Samples are read and written block by block, first to a temporary file that is renamed at the end.</summary>
    /// <remarks>
    /// EDF holds 16 bits: a sample is rounded to a 65,535th of the channel's physical range, which by default reaches from its least to its greatest sample. Whole numbers of 16
    /// bits, as of triggers, and samples that were read from 16-bit EDF keep their values. The last record is filled with the last sample; an annotation "Recording ends" says
    /// where, and reading the file again leaves the filling out. The kind of a channel is written into the field of the transducer, how data were simulated as an annotation. Further
    /// fields of events and remarks have no place in EDF. Names of channels have at most 16 printable ASCII characters; µ, ° and Ω of units are written as u, deg and Ohm.
    /// </remarks>
    /// <param name="path">The file; other programs expect it to end in .edf. One that exists is replaced.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">EDF cannot hold the recording: the message names the channel or event, what it has, and what was expected.</exception>
    /// <exception cref="RecordingException">The file cannot be written, or the samples cannot be read any more.</exception>
    public void SaveEdf(string path, EdfOptions? options = null) => EdfWriter.Write(this, path, options ?? new EdfOptions());
}
