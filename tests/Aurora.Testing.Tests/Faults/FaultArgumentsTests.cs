using System.Net;

namespace Aurora.Testing.Tests.Faults;

[TestFixture]
public sealed class FaultArgumentsTests
{
    private static IEnumerable<TestCaseData> OutOfRange()
    {
        yield return Case("a status below 200", () => AuroraFault.Status(HttpStatusCode.Continue));
        yield return Case("a status above 999", () => AuroraFault.Body("[]", status: (HttpStatusCode)1000));
        yield return Case("a negative delay", () => AuroraFault.Delay(TimeSpan.FromTicks(-1)));
        yield return Case("an empty chunk", () => AuroraFault.SlowBody(0, TimeSpan.Zero));
        yield return Case("a negative delay between chunks", () => AuroraFault.SlowBody(1, Timeout.InfiniteTimeSpan));
        yield return Case("a negative stall position", () => AuroraFault.Stall(-1));
        yield return Case("a negative truncation position", () => AuroraFault.Truncate(-1));
        yield return Case("a negative reset position", () => AuroraFault.Reset(-1));
        yield return Case("a negative close position", () => AuroraFault.Close(-1));
        yield return Case("an informational status of 200", () => AuroraFault.Informational(HttpStatusCode.OK));
        yield return Case("an informational status of 101", () => AuroraFault.Informational(HttpStatusCode.SwitchingProtocols));
        yield return Case("an empty partial content", () => AuroraFault.PartialContent(0));
        yield return Case("an empty gzip bomb", () => AuroraFault.GzipBomb(0));
        yield return Case("a gzip bomb above 4096 MiB", () => AuroraFault.GzipBomb(4097));
    }

    private static TestCaseData Case(string name, Func<AuroraFault> make) => new TestCaseData(make).SetArgDisplayNames(name);

    [TestCaseSource(nameof(OutOfRange))]
    public void Create_value_out_of_range_throws(Func<AuroraFault> make) =>
        Assert.That(() => make(), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static IEnumerable<TestCaseData> Names()
    {
        yield return new(AuroraFault.Status(HttpStatusCode.ServiceUnavailable), "503 Service Unavailable");
        yield return new(AuroraFault.Status(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(7)), "429 Too Many Requests, Retry-After: 7");
        yield return new(AuroraFault.Reset(), "connection reset");
        yield return new(AuroraFault.Reset(20), "connection reset after 20 bytes");
        yield return new(AuroraFault.Close(), "connection closed");
        yield return new(AuroraFault.Truncate(10, chunked: true), "chunked body truncated after 10 bytes");
        yield return new(AuroraFault.NotHttp(), "not HTTP");
        yield return new(AuroraFault.GzipBomb(), "gzip bomb of 1024 MiB");
        yield return new(AuroraFault.Delay(TimeSpan.FromSeconds(2)).WithHeader("X-A", "b"), "delay of 00:00:02, X-A: b");
    }

    [TestCaseSource(nameof(Names))]
    public void ToString_describes_the_fault(AuroraFault fault, string name) => Assert.That(fault.ToString(), Is.EqualTo(name));
}
