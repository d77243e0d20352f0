using System.Net;

namespace Aurora.Testing.Tests.Faults;

public sealed class FaultArgumentsTests
{
    private static IEnumerable<TestCaseData> OutOfRange()
    {
        yield return Case("a status below 200", () => AuroraFault.Status(HttpStatusCode.Continue));
        yield return Case("a status above 999", () => AuroraFault.Body("[]", status: (HttpStatusCode)1000));
        yield return Case("a negative delay", () => AuroraFault.Delay(TimeSpan.FromTicks(-1)));
        yield return Case("pieces of nothing", () => AuroraFault.Dribble(0, TimeSpan.Zero));
        yield return Case("a negative pause", () => AuroraFault.Dribble(1, Timeout.InfiniteTimeSpan));
        yield return Case("a stall before the body", () => AuroraFault.Stall(-1));
        yield return Case("a truncation before the body", () => AuroraFault.Truncate(-1));
        yield return Case("a reset before the answer", () => AuroraFault.Reset(-1));
        yield return Case("a close before the answer", () => AuroraFault.Close(-1));
        yield return Case("an interim that is final", () => AuroraFault.Interim(HttpStatusCode.OK));
        yield return Case("an interim that changes the protocol", () => AuroraFault.Interim(HttpStatusCode.SwitchingProtocols));
        yield return Case("a part with nothing in it", () => AuroraFault.Partial(0));
        yield return Case("a bomb of nothing", () => AuroraFault.GzipBomb(0));
        yield return Case("a bomb for the server too", () => AuroraFault.GzipBomb(4097));
    }

    private static TestCaseData Case(string name, Func<AuroraFault> make) => new TestCaseData(make).SetArgDisplayNames(name);

    [TestCaseSource(nameof(OutOfRange))]
    public void Value_out_of_its_range_is_refused_before_any_request(Func<AuroraFault> make) =>
        Assert.That(() => make(), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static IEnumerable<TestCaseData> Names()
    {
        yield return new(AuroraFault.Status(HttpStatusCode.ServiceUnavailable), "503 Service Unavailable");
        yield return new(AuroraFault.Status(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(7)), "429 Too Many Requests, Retry-After: 7");
        yield return new(AuroraFault.Reset(), "reset");
        yield return new(AuroraFault.Reset(20), "reset after 20 bytes");
        yield return new(AuroraFault.Close(), "early close");
        yield return new(AuroraFault.Truncate(10, chunked: true), "chunked body truncated after 10 bytes");
        yield return new(AuroraFault.NotHttp(), "no HTTP");
        yield return new(AuroraFault.GzipBomb(), "gzip bomb of 1024 MiB");
        yield return new(AuroraFault.Delay(TimeSpan.FromSeconds(2)).With("X-A", "b"), "delay of 00:00:02, X-A: b");
    }

    [TestCaseSource(nameof(Names))]
    public void ToString_names_the_fault(AuroraFault fault, string name) => Assert.That(fault.ToString(), Is.EqualTo(name));
}
