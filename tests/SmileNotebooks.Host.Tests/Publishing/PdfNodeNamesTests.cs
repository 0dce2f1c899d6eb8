using System.Text;

namespace SmileNotebooks.Host.Tests.Publishing;

public sealed class PdfNodeNamesTests
{
    [Fact]
    public void Prints_that_differ_in_the_numbers_of_nodes_alone_become_equal_and_keep_their_length()
    {
        byte[] first = Encoding.Latin1.GetBytes("\u00ff /ID (node00000083)>> /Names [(node00000083) 1 0 R (node00000090) 2 0 R] node00000083");
        byte[] second = Encoding.Latin1.GetBytes("\u00ff /ID (node00000086)>> /Names [(node00000086) 1 0 R (node00000101) 2 0 R] node00000083");

        byte[] renumbered = PdfNodeNames.Renumber(first);

        Assert.Equal("\u00ff /ID (node00000001)>> /Names [(node00000001) 1 0 R (node00000002) 2 0 R] node00000083", Encoding.Latin1.GetString(renumbered));
        Assert.Equal(renumbered, PdfNodeNames.Renumber(second));
        Assert.Equal(first.Length, renumbered.Length);
    }
}
