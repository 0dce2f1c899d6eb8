namespace SmileNotebooks.Tests.Validation;

/// <summary>AU12 of one look and of steady landmarks against the official smile, the largest disagreements named.</summary>
internal static class AgreementScatter
{
    private const int Left = 70, Top = 50, Side = 470, Named = 8, LineOfText = 18;

    /// <param name="once">The portraits by one look.</param>
    /// <param name="steady">The same portraits in the same order by steady landmarks.</param>
    public static string Draw(SmileAgreement once, SmileAgreement steady)
    {
        SvgPage page = new(Left + Side + 230, Top + Side + 70, "AU12 against the official mouthSmile on 60 portraits");
        DrawAxes(page);
        foreach (((_, double ofOne, double official), (_, double ofMany, _)) in once.Portraits.Zip(steady.Portraits))
        {
            page.Line(X(official), Y(ofOne), X(official), Y(ofMany), SvgPage.Faint);
            page.Circle(X(official), Y(ofOne), 3, "#ffffff", SvgPage.Faint);
        }

        HashSet<string> disagreeing = [.. Disagreements(steady).Take(Named).Select(row => row.Image)];
        foreach ((string image, double au12, double official) in steady.Portraits)
        {
            string colour = disagreeing.Contains(image) ? SvgPage.Orange : SvgPage.Blue;
            page.Circle(X(official), Y(au12), 4, colour, colour);
        }

        DrawNames(page, [.. Disagreements(steady).Take(Named).OrderByDescending(row => row.AU12)]);
        DrawKey(page, once, steady);
        return page.ToString();
    }

    /// <summary>The portraits, those first whose AU12 is furthest from 5 x mouthSmile.</summary>
    public static IEnumerable<(string Image, double AU12, double Official)> Disagreements(SmileAgreement agreement) =>
        agreement.Portraits.OrderByDescending(row => Math.Abs(row.AU12 - (5 * row.Official)));

    private static double X(double official) => Left + (official * Side);

    private static double Y(double au12) => Top + Side - (au12 / 5 * Side);

    private static void DrawAxes(SvgPage page)
    {
        for (int i = 0; i <= 5; i++)
        {
            page.Line(Left, Y(i), Left + Side, Y(i), "#e4e7eb");
            page.Line(X(i / 5.0), Top, X(i / 5.0), Top + Side, "#e4e7eb");
            page.Text(Left - 10, Y(i) + 4, $"{i}", "end");
            page.Text(X(i / 5.0), Top + Side + 20, FormattableString.Invariant($"{i / 5.0:0.0}"), "middle");
        }

        page.Line(X(0), Y(0), X(1), Y(5), SvgPage.Faint, 1.5, "5 4");
        page.Text(Left + (Side / 2), Top + Side + 48, "official mouthSmile, mean of left and right", "middle");
        page.Text(24, Top + (Side / 2), "AU12, this library's landmarks", "middle", turn: -90);
        page.Text(X(0.5) - 8, Y(2.5) - 8, "5 x mouthSmile", "middle", "#616e7c", 12, turn: -45);
    }

    // Names stand in a column at the right, so that none covers a point or another name.
    private static void DrawNames(SvgPage page, IReadOnlyList<(string Image, double AU12, double Official)> rows)
    {
        double column = Left + Side + 24, next = 0;
        foreach ((string image, double au12, double official) in rows)
        {
            double y = Math.Max(Y(au12), next);
            next = y + LineOfText;
            page.Line(X(official) + 5, Y(au12), column - 4, y, SvgPage.Orange, 0.7);
            page.Text(column, y + 4, FormattableString.Invariant($"{Path.GetFileNameWithoutExtension(image)}: {au12:0.0}, {official:0.00}"), colour: SvgPage.Orange, size: 12);
        }
    }

    private static void DrawKey(SvgPage page, SmileAgreement once, SmileAgreement steady)
    {
        page.Circle(Left + 10, 24, 4, SvgPage.Blue, SvgPage.Blue);
        page.Text(Left + 22, 28, FormattableString.Invariant($"steady landmarks, Spearman {steady.Spearman:0.00}"));
        page.Circle(Left + 260, 24, 3, "#ffffff", SvgPage.Faint);
        page.Text(Left + 272, 28, FormattableString.Invariant($"one look, Spearman {once.Spearman:0.00}"));
        page.Text(Left + Side + 24, 28, "portrait: AU12, mouthSmile", colour: SvgPage.Orange, size: 12);
    }
}
