using System.Reflection;
using System.Xml.Linq;
using Aurora.Client;
using Aurora.Testing;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Aurora.Contract.Tests;

/// <summary>Tests that a request that is not in the document fails the test that sends it.</summary>
[TestFixture]
public sealed class DocumentedRequestsTests
{
    [Test]
    public void Undocumented_request_fails_only_the_test_that_sent_it()
    {
        var results = Run(typeof(Requests)).ToDictionary(result => result.Name);

        var failed = results.Values.Where(result => result.ResultState.Status == TestStatus.Failed).Select(result => result.Name);
        Assert.That(failed, Is.EquivalentTo(new[]
        {
            nameof(Requests.Unknown_path),
            nameof(Requests.Missing_key),
            nameof(Requests.Unknown_parameter_followed_by_many_valid_requests),
            nameof(Requests.Unknown_path_in_a_fake_started_by_other_code),
            nameof(Requests.Valid_request_with_exemption),
        }));
        Assert.That(results[nameof(Requests.Unknown_path)].Message, Does.Contain("no path /api/aurora.").And.Contain("use /api/aurora/"));
        Assert.That(
            results[nameof(Requests.Missing_key)].Message,
            Does.Contain(AuroraApi.KeyHeader).IgnoreCase.And.Not.Contains(AuroraApi.IdHeader).IgnoreCase);
        Assert.That(results[nameof(Requests.Valid_request_with_exemption)].Message, Does.Contain("not needed"));
    }

    private static List<ITestResult> Run(Type fixture)
    {
        var runner = new NUnitTestAssemblyRunner(new DefaultTestAssemblyBuilder());
        runner.Load(fixture.Assembly, new Dictionary<string, object> { ["LOAD"] = new List<string> { fixture.FullName! } });
        return [.. Leaves(runner.Run(TestListener.NULL, TestFilter.FromXml($"<filter><test>{fixture.FullName}</test></filter>")))];
    }

    private static IEnumerable<ITestResult> Leaves(ITestResult result) => result.HasChildren ? result.Children.SelectMany(Leaves) : [result];

    /// <summary>Tests that are run by the test above.</summary>
    [TestFixture]
    [Explicit("Some of these tests are expected to fail.")]
    public sealed class Requests
    {
        private AuroraServer _server = null!;
        private HttpClient _http = null!;

        [OneTimeSetUp]
        public void Start()
        {
            _server = AuroraServer.Start();
            _http = new HttpClient { BaseAddress = _server.BaseAddress };
            _http.DefaultRequestHeaders.Add(AuroraApi.IdHeader, _server.ApiId);
            _http.DefaultRequestHeaders.Add(AuroraApi.KeyHeader, _server.ApiKey);
        }

        [OneTimeTearDown]
        public void Stop()
        {
            _http.Dispose();
            _server.Dispose();
        }

        [Test]
        public Task Valid_request() => SendAsync($"{AuroraApi.ListPath}?ids={Guid.NewGuid()}&ordering=name");

        [Test]
        public Task Unknown_path() => SendAsync(AuroraApi.ListPath.TrimEnd('/'));

        [Test]
        public async Task Missing_key()
        {
            using var http = new HttpClient { BaseAddress = _server.BaseAddress };
            using var request = new HttpRequestMessage(HttpMethod.Get, AuroraApi.ListPath) { Headers = { { AuroraApi.IdHeader, _server.ApiId } } };
            using var response = await http.SendAsync(request);
        }

        // The valid requests displace the invalid request from the log of the fake.
        [Test]
        public async Task Unknown_parameter_followed_by_many_valid_requests()
        {
            await SendAsync(AuroraApi.ListPath + "?page=2");
            for (var i = 0; i < 201; i++)
                await SendAsync(AuroraApi.ListPath + $"?ids={Guid.Empty}");
            Assert.That(_server.Requests.SelectMany(request => request.UnknownQueryParameters), Is.Empty);
        }

        // A command that is tested in this process starts its fake on another thread.
        [Test]
        public async Task Unknown_path_in_a_fake_started_by_other_code()
        {
            await using var server = await Task.Run(() => AuroraServer.Start());
            using var response = await _http.GetAsync(new Uri(server.BaseAddress, "/"));
        }

        [Test]
        [SendsUndocumentedRequests("The exemption must allow the request.")]
        public Task Unknown_path_with_exemption() => SendAsync("/");

        [Test]
        [SendsUndocumentedRequests("The exemption must be reported as not needed.")]
        public Task Valid_request_with_exemption() => SendAsync(AuroraApi.ListPath);

        private async Task SendAsync(string path)
        {
            using var response = await _http.GetAsync(new Uri(path, UriKind.Relative));
        }
    }
}
