using SmileNotebooks.Cli.Measuring;

namespace SmileNotebooks.Cli.Tests.Measuring;

public class OrderedWorkTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(500)]
    public void Results_come_in_the_order_of_the_items(int count)
    {
        Random random = new(3);
        int[] spins = [.. Enumerable.Range(0, count).Select(_ => random.Next(2000))];

        IEnumerable<int> results = OrderedWork.Select(Enumerable.Range(0, count), i => Spin(i, spins[i]), 4, CancellationToken.None);

        Assert.Equal(Enumerable.Range(0, count), results);
    }

    [Fact]
    public void Work_does_not_run_ahead_of_a_slow_reader()
    {
        int started = 0, read = 0, furthest = 0;
        IEnumerable<int> results = OrderedWork.Select(Enumerable.Range(0, 2000), i => { Interlocked.Increment(ref started); return i; }, 3, CancellationToken.None);

        foreach (int _ in results)
        {
            read++;
            furthest = Math.Max(furthest, Volatile.Read(ref started) - read);
        }

        Assert.Equal(2000, started);
        Assert.InRange(furthest, 0, 3);
    }

    [Fact]
    public void No_more_than_the_given_threads_work_at_a_time()
    {
        int working = 0, most = 0;
        int Work(int item)
        {
            int now = Interlocked.Increment(ref working);
            InterlockedMaximum(ref most, now);
            Spin(item, 5000);
            Interlocked.Decrement(ref working);
            return item;
        }

        Assert.Equal(300, OrderedWork.Select(Enumerable.Range(0, 300), Work, 2, CancellationToken.None).Count());
        Assert.InRange(most, 1, 2);
    }

    [Fact]
    public void An_error_of_the_work_is_thrown_at_its_place_as_it_is()
    {
        List<int> before = [];
        InvalidDataException error = Assert.Throws<InvalidDataException>(() =>
        {
            foreach (int result in OrderedWork.Select(Enumerable.Range(0, 50), i => i == 7 ? throw new InvalidDataException("seven") : i, 3, CancellationToken.None))
            {
                before.Add(result);
            }
        });

        Assert.Equal("seven", error.Message);
        Assert.Equal(Enumerable.Range(0, 7), before);
    }

    [Fact]
    public void Cancelling_ends_the_enumeration_and_waits_for_work_under_way()
    {
        using CancellationTokenSource stop = new();
        int working = 0, read = 0;
        int Work(int item)
        {
            Interlocked.Increment(ref working);
            Spin(item, 20000);
            Interlocked.Decrement(ref working);
            return item;
        }

        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            foreach (int _ in OrderedWork.Select(Enumerable.Range(0, 100000), Work, 3, stop.Token))
            {
                if (++read == 5)
                {
                    stop.Cancel();
                }
            }
        });

        Assert.Equal(5, read);
        Assert.Equal(0, Volatile.Read(ref working));
    }

    [Fact]
    public void A_reader_that_stops_early_leaves_no_work_behind()
    {
        int started = 0, ended = 0;
        int first = OrderedWork.Select(Enumerable.Range(0, 1000), i => { Interlocked.Increment(ref started); Spin(i, 5000); Interlocked.Increment(ref ended); return i; }, 3, CancellationToken.None).First();

        Assert.Equal(0, first);
        Assert.Equal(started, Volatile.Read(ref ended));
    }

    private static int Spin(int item, int turns)
    {
        Thread.SpinWait(turns);
        return item;
    }

    private static void InterlockedMaximum(ref int target, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref target)) < value && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
        }
    }
}
