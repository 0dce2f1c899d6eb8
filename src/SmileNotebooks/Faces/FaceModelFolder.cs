// Where a user's own model files lie: face_landmarker.task, and later trained classifiers.
namespace SmileNotebooks;

/// <summary>Finds the folder for models that do not come with the library.</summary>
public static class FaceModelFolder
{
    /// <summary>The environment variable that names the folder.</summary>
    public const string Variable = "SMILENOTEBOOKS_MODELS";

    /// <summary>The folder in use: what <see cref="Variable"/> names; else <c>models</c> of the checkout that the assembly
    /// was built in; else <c>SmileNotebooks/models</c> in the user's local application data. It need not exist.</summary>
    public static string Default
    {
        get
        {
            string? named = Environment.GetEnvironmentVariable(Variable);
            return !string.IsNullOrEmpty(named)
                ? System.IO.Path.GetFullPath(named)
                : OfCheckout() ?? System.IO.Path.Combine(
                    Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "SmileNotebooks", "models");
        }
    }

    private static string? OfCheckout()
    {
        string? folder = System.IO.Path.GetDirectoryName(typeof(FaceModelFolder).Assembly.Location);
        while (!string.IsNullOrEmpty(folder) && !File.Exists(System.IO.Path.Combine(folder, "SmileNotebooks.sln")))
        {
            folder = System.IO.Path.GetDirectoryName(folder);
        }

        return string.IsNullOrEmpty(folder) ? null : System.IO.Path.Combine(folder, "models");
    }
}
