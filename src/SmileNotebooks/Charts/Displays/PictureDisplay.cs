using System.Net;
using SmileNotebooks;
using SmileNotebooks.Charts;

[assembly: Display(typeof(Picture), typeof(PictureDisplay))]

namespace SmileNotebooks.Charts;

/// <summary>Shows a picture, scaled down to the page.</summary>
internal sealed class PictureDisplay : ValueDisplay<Picture>
{
    protected override string? Render(Picture value, string mimeType) => mimeType switch
    {
        MimeTypes.Html =>
            $"<img class=\"smile-picture\" src=\"{PhotoUri.Of(value)}\" alt=\"{WebUtility.HtmlEncode(Describe(value))}\" style=\"max-width:100%;height:auto\">",
        MimeTypes.Plain => Describe(value),
        _ => null,
    };

    private static string Describe(Picture picture) => picture.Path is string path
        ? $"{Path.GetFileName(path)}, {picture.Width} x {picture.Height} pixels"
        : $"Picture of {picture.Width} x {picture.Height} pixels";
}
