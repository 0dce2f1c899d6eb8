namespace SmileNotebooks;

public sealed partial class ClipList
{
    /// <summary>Measures of the clips as epochs of bins around the onsets of their stimuli: what an <see cref="EmgPipeline"/> runs on as on electromyograms.</summary>
    /// <remarks>Frames need not be even. A bin is the mean of its frames; one without a frame, or with a frame in which the face was not found, is missing. Clips of the list
    /// without a measure, and clips that do not cover the epoch, are in <see cref="Epochs.Exclusions"/>.</remarks>
    /// <param name="measure">What was measured, as in AU12: it takes the place of the muscle.</param>
    /// <param name="clips">The measures, one a clip. Those that are not in the list are an error.</param>
    /// <param name="from">Where epochs begin: seconds from the onset.</param>
    /// <param name="to">Where they end, excluded.</param>
    /// <param name="binSeconds">How long a bin is; .1 by default. Cameras of 25 frames a second have two or three in it.</param>
    /// <param name="unit">The unit of the measure; by default none.</param>
    /// <exception cref="ArgumentException">A clip that is not in the list or is there twice, times that do not ascend, columns of different lengths, bins that do not fill the epoch, or no
    /// clip that covers it.</exception>
    public Epochs Epochs(string measure, IEnumerable<ClipMeasure> clips, double from, double to, double binSeconds = 0.1, string unit = "") =>
        new ClipEpochs(this, measure, from, to, binSeconds, unit).Make([.. clips]);
}
