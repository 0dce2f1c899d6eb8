namespace SmileNotebooks.Cli.Measuring;

/// <summary>Opens the face models for the command.</summary>
internal static class Models
{
    /// <exception cref="CommandException">A model is missing or damaged.</exception>
    public static FaceLandmarker Open(FaceLandmarkerOptions options)
    {
        try
        {
            return FaceLandmarker.Open(options);
        }
        catch (FaceModelException error)
        {
            string hint = FaceModelBundle.IsPresent(FaceModelFolder.Default) ? " Replace the bundle (smile models add PATH) or remove it; smile models verify checks all models." : "";
            throw new CommandException(error.Message + hint, ExitCode.MissingSetup, error);
        }
    }
}
