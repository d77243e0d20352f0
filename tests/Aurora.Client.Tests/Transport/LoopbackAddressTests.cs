namespace Aurora.Client.Tests.Transport;

[TestFixture]
public sealed class LoopbackAddressTests
{
    [TestCase("http://localhost/")]
    [TestCase("http://LOCALHOST:8080/x")]
    [TestCase("http://localhost./")]
    [TestCase("http://api.localhost/")]
    [TestCase("http://api.dev.localhost:5000/")]
    [TestCase("http://127.0.0.1/")]
    [TestCase("http://127.255.255.254/")]
    [TestCase("http://127.1/")]
    [TestCase("http://0x7f000001/")]
    [TestCase("http://2130706433/")]
    [TestCase("http://[::1]/")]
    [TestCase("http://[0:0:0:0:0:0:0:1]:80/")]
    [TestCase("http://[::ffff:127.0.0.1]/")]
    [TestCase("http://[::ffff:127.9.9.9]/")]
    public void Is_returns_true_for_loopback_addresses(string address) => Assert.That(LoopbackAddress.Is(new Uri(address)), Is.True);

    [TestCase("http://notlocalhost/")]
    [TestCase("http://localhost.example/")]
    [TestCase("http://127.0.0.1.example/")]
    [TestCase("http://128.0.0.1/")]
    [TestCase("http://0.0.0.0/")]
    [TestCase("http://10.0.0.1/")]
    [TestCase("http://[::]/")]
    [TestCase("http://[::2]/")]
    [TestCase("http://[::ffff:10.0.0.1]/")]
    [TestCase("https://api.creatify.ai/")]
    public void Is_returns_false_for_other_addresses(string address) => Assert.That(LoopbackAddress.Is(new Uri(address)), Is.False);
}
