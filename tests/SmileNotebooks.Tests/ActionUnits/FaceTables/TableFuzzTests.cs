using System.Text;

namespace SmileNotebooks.Tests.FaceTables;

public sealed class TableFuzzTests : TableText
{
    private const string Letters = "0123456789.,\"\n\r -eExyAUNaninf\0ä;\t";

    [Fact]
    public void Damaged_tables_give_only_errors_that_name_the_table()
    {
        string saved = FaceSeries.Load(Write(OpenFace("1, 0, 0.00, 0.98, 1, 0, 0, 0, 1, 2, 1", "2, 0, 0.04, 0.98, 1, 0, 0, 0, 1, 2, 1"))).ToCsv();
        string[] whole =
        [
            OpenFace([.. Enumerable.Range(0, 12).Select(i => FormattableString.Invariant($"{(i / 2) + 1}, {i % 2}, {(i / 2) * .04:0.000}, 0.98, {(i == 5 ? 0 : 1)}, 0.1, 0, 0, 1, {i * .3:0.0}, 1"))]),
            WithPoints([(_, point) => point, (_, point) => 2 * point, (_, point) => point + 3]),
            ",FaceRectX,FaceScore,Pitch,Roll,Yaw,AU06,AU12,input,frame,approx_time,Identity\n0,5,.99,.1,.2,.3,.4,.5,a.mp4,0,00:00,Person_1\n1,,0,.1,.2,.3,.4,.1,a.mp4,1,00:00,\n2,5,.99,.1,.2,.3,.4,.7,a.mp4,20,00:02,Person_1\n",
            saved,
        ];
        (int read, int refused) = (0, 0);
        for (ulong seed = 0; seed < 2000; seed++)
        {
            RandomStream random = new(seed);
            string path = Write(Damaged(whole[random.NextInt(whole.Length)], ref random));
            try
            {
                foreach (FaceSeries series in FaceSeries.LoadAll(path, new FaceSeriesOptions { FrameRate = seed % 2 == 0 ? 30 : null, KeepLandmarks = seed % 3 == 0 }))
                {
                    Assert.All(series.Columns.Values, column => Assert.Equal(series.Count, column.Length));
                    Assert.True(series.Times.Zip(series.Times.Skip(1)).All(pair => pair.First < pair.Second));
                    read++;
                }
            }
            catch (TableException error)
            {
                Assert.Contains(path, error.Message, StringComparison.Ordinal);
                refused++;
            }
        }

        // Both happen often: the damage is neither too coarse nor too fine.
        Assert.InRange(read, 200, 4000);
        Assert.InRange(refused, 200, 1800);
    }

    private static string Damaged(string whole, ref RandomStream random)
    {
        StringBuilder text = new(whole);
        int many = 1 + random.NextInt(4);
        for (int i = 0; i < many && text.Length > 0; i++)
        {
            int at = random.NextInt(text.Length);
            switch (random.NextInt(5))
            {
                case 0:
                    text[at] = Letters[random.NextInt(Letters.Length)];
                    break;
                case 1:
                    text.Insert(at, Letters[random.NextInt(Letters.Length)]);
                    break;
                case 2:
                    text.Remove(at, Math.Min(1 + random.NextInt(6), text.Length - at));
                    break;
                case 3:
                    text.Insert(at, text.ToString(at, Math.Min(1 + random.NextInt(80), text.Length - at)));
                    break;
                default:
                    text.Length = random.NextInt(20) == 0 ? at : text.Length;
                    break;
            }
        }

        return text.ToString();
    }
}
