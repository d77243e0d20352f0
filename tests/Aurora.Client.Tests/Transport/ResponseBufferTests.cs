using System.Buffers;
using System.Text;

namespace Aurora.Client.Tests.Transport;

/// <summary>Tests the arrays that a buffer rents, and that no byte is lost when the buffer moves or grows.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ResponseBufferTests
{
    private const int First = 16 * 1024;
    private const int Fast = 64 * 1024;

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private readonly RecordingPool _pool = new();

    [TestCase(null, First)]
    [TestCase(0, 1024)]
    [TestCase(1025, 1025)]
    [TestCase(Fast + 1, Fast)]
    public async Task First_array_has_the_announced_size_within_its_limits(int? announced, int size)
    {
        using var buffer = await OpenAsync([], announced: announced);

        Assert.That(_pool.Rented, Is.EqualTo(new[] { size }));
    }

    [TestCase(int.MaxValue, new[] { First, 2 * First, Fast }, TestName = "Body that arrives faster than it is processed is read in larger pieces up to a limit")]
    [TestCase(1000, new[] { First }, TestName = "Body that arrives slowly keeps the array")]
    public async Task Size_of_the_array_depends_on_the_speed_of_the_body(int pieces, int[] rented)
    {
        var sent = Bytes(5 * Fast);
        var buffer = await OpenAsync(sent, pieces);

        Assert.That(await DrainAsync(buffer, keep: 0), Is.EqualTo(sent));

        Assert.That(_pool.Rented, Is.EqualTo(rented));
        AssertAllAreBack(buffer);
    }

    [TestCase(1)]
    [TestCase(1000)]
    [TestCase(First - 1)]
    public async Task Unread_bytes_are_kept_while_others_arrive(int keep)
    {
        var sent = Bytes(3 * Fast);
        var buffer = await OpenAsync(sent, 1000);

        Assert.That(await DrainAsync(buffer, keep), Is.EqualTo(sent));

        AssertAllAreBack(buffer);
    }

    [Test]
    public async Task Array_grows_for_a_body_that_is_not_read()
    {
        var sent = Bytes(2 * Fast);
        var buffer = await OpenAsync(sent, 1000);

        while (!buffer.IsComplete)
            await buffer.FillAsync();

        Assert.That(buffer.Unread.ToArray(), Is.EqualTo(sent));
        Assert.That(buffer.Total, Is.EqualTo(sent.Length));
        Assert.That(_pool.Rented, Is.EqualTo(new[] { First, 2 * First, Fast, 2 * Fast, 4 * Fast }));
        AssertAllAreBack(buffer);
    }

    [TestCase(1, 3)]
    [TestCase(2, 4)]
    [TestCase(4, 4)]
    public async Task Byte_order_mark_is_skipped_even_in_pieces(int pieces, int read)
    {
        using var buffer = await OpenAsync([.. ByteOrderMark, .. "abcdefgh"u8], pieces);

        await buffer.FillAsync();

        Assert.That(buffer.Total, Is.EqualTo(read));
        Assert.That(Encoding.UTF8.GetString(await DrainAsync(buffer, keep: 0)), Is.EqualTo("abcdefgh"));
    }

    [Test]
    public async Task First_piece_is_returned_without_waiting_for_the_next([Values(1, 2, 5)] int pieces)
    {
        using var buffer = await OpenAsync("abcdefgh"u8.ToArray(), pieces);

        await buffer.FillAsync();

        Assert.That(buffer.Total, Is.EqualTo(pieces));
    }

    [Test]
    public async Task Body_that_ends_within_a_byte_order_mark_is_read([Values(1, 2)] int length)
    {
        using var buffer = await OpenAsync(ByteOrderMark[..length], 1);

        await buffer.FillAsync();

        Assert.That(buffer.IsComplete, Is.True);
        Assert.That(buffer.Unread.ToArray(), Is.EqualTo(ByteOrderMark[..length]));
    }

    [Test]
    public async Task Byte_order_mark_after_the_start_is_part_of_the_body([Values(1, 3)] int pieces)
    {
        using var buffer = await OpenAsync([.. "abc"u8, .. ByteOrderMark], pieces);
        for (var read = 0; read < 3; read += pieces)
            await buffer.FillAsync();
        buffer.Advance(3);

        await buffer.FillAsync();

        Assert.That(buffer.Unread.ToArray(), Is.EqualTo(ByteOrderMark[..pieces]));
    }

    [Test]
    public async Task Excerpt_contains_the_unread_bytes_that_have_arrived()
    {
        using var buffer = await OpenAsync("abcdef"u8.ToArray());
        await buffer.FillAsync();

        buffer.Advance(4);

        Assert.That(buffer.Excerpt(), Is.EqualTo("ef"));
    }

    private static byte[] Bytes(int count) => [.. Enumerable.Range(0, count).Select(number => (byte)(number % 251))];

    private static async Task<byte[]> DrainAsync(ResponseBuffer buffer, int keep)
    {
        var read = new List<byte>();
        while (true)
        {
            var count = buffer.IsComplete ? buffer.Unread.Length : Math.Max(0, buffer.Unread.Length - keep);
            read.AddRange(buffer.Unread[..count]);
            buffer.Advance(count);
            if (buffer.IsComplete)
                return [.. read];
            await buffer.FillAsync();
        }
    }

    private async Task<ResponseBuffer> OpenAsync(byte[] bytes, int pieces = int.MaxValue, int? announced = null)
    {
        var response = new HttpResponseMessage { Content = new StreamContent(new PieceStream(bytes, pieces)) };
        response.Content.Headers.ContentLength = announced;
        return new ResponseBuffer(await ResponseBody.OpenAsync(response, new AuroraClientOptions { Pool = _pool }, CancellationToken.None));
    }

    private void AssertAllAreBack(ResponseBuffer buffer)
    {
        buffer.Dispose();
        buffer.Dispose();
        Assert.That(_pool.Returned.Order(), Is.EqualTo(_pool.Rented.Order()));
    }

    /// <summary>A pool that returns arrays of the exact size, and fails if an array is returned twice.</summary>
    private sealed class RecordingPool : ArrayPool<byte>
    {
        private readonly HashSet<byte[]> _out = [];

        public List<int> Rented { get; } = [];

        public List<int> Returned { get; } = [];

        public override byte[] Rent(int minimumLength)
        {
            var array = new byte[minimumLength];
            _out.Add(array);
            Rented.Add(minimumLength);
            return array;
        }

        public override void Return(byte[] array, bool clearArray = false)
        {
            Assert.That(_out.Remove(array), Is.True, "The array is not rented.");
            // The next owner would overwrite the array.
            Array.Fill(array, (byte)0xFF);
            Returned.Add(array.Length);
        }
    }
}
