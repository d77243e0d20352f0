using System.Diagnostics;
using System.Reflection;

namespace Aurora.Client.Tests;

[TestFixture]
public sealed class AuroraFlowTests
{
    private static readonly Guid Id = new("0f8fad5b-d9cb-469f-a165-70867728950e");

    [TestCase("Launch", "Launch: running (0f8fad5b-d9cb-469f-a165-70867728950e)")]
    [TestCase(null, "running (0f8fad5b-d9cb-469f-a165-70867728950e)")]
    [TestCase("", "running (0f8fad5b-d9cb-469f-a165-70867728950e)")]
    [TestCase("A\u001b[2J\nB", "A\ufffd[2J B: running (0f8fad5b-d9cb-469f-a165-70867728950e)")]
    public void ToString_returns_name_status_and_id(string? name, string expected) =>
        Assert.That(new AuroraFlow { Id = Id, Name = name, Status = AuroraStatus.Running }.ToString(), Is.EqualTo(expected));

    [Test]
    public void ToString_returns_an_unknown_status() =>
        Assert.That(new AuroraFlow { Id = Id, Status = new AuroraStatus("brand_new") }.ToString(), Does.StartWith("brand_new ("));

    [Test]
    public void Debugger_shows_the_result_of_ToString() =>
        Assert.That(typeof(AuroraFlow).GetCustomAttribute<DebuggerDisplayAttribute>()!.Value, Is.EqualTo("{ToString(),nq}"));
}
