using System.Reflection;
using System.Xml.Linq;
using Aurora.Client;
using Aurora.Document;
using Aurora.Testing;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Aurora.Contract.Tests;

/// <summary>A request that the document does not have fails the very test that makes it.</summary>
[TestFixture]
public sealed class DocumentedRequestsTests
{
    [Test]
    public void Request_fails_the_test_that_made_it_and_no_other()
    {
        var results = Run(typeof(Requests));

        Assert.That(results.Where(result => result.ResultState.Status == TestStatus.Failed).Select(result => result.Name), Is.EquivalentTo(new[]
        {
            nameof(Requests.Asks_for_another_path), nameof(Requests.Asks_without_a_key), nameof(Requests.Asks_once_wrongly_and_often_rightly), nameof(Requests.Says_that_it_asks_wrongly_and_does_not),
        }));
        Assert.That(results.Single(result => result.Name == nameof(Requests.Asks_for_another_path)).Message, Does.Contain("GET /api/aurora: The document has no path /api/aurora, but /api/aurora/."));
        Assert.That(results.Single(result => result.Name == nameof(Requests.Asks_without_a_key)).Message, Does.Contain(AuroraApi.KeyHeader).IgnoreCase.And.Not.Contains(AuroraApi.IdHeader).IgnoreCase);
        Assert.That(results.Single(result => result.Name == nameof(Requests.Says_that_it_asks_wrongly_and_does_not)).Message, Does.Contain("no longer needed"));
    }

    [Test]
    public void Every_test_project_that_can_start_a_fake_holds_its_requests_to_the_document()
    {
        var folder = typeof(DocumentedRequestsTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "TestsFolder").Value!;
        var projects = Directory.EnumerateFiles(folder, "*.Tests.csproj", SearchOption.AllDirectories).Select(file => (Name: Path.GetFileNameWithoutExtension(file), Xml: XDocument.Load(file)));
        var withoutCheck = projects.Where(project => Mentions(project.Xml, "ProjectReference", "Aurora.Testing.csproj") || Mentions(project.Xml, "ProjectReference", "Aurora.Cli.csproj"))
            .Where(project => !Mentions(project.Xml, "AssemblyAttribute", typeof(DocumentedRequestsAttribute).FullName!)).Select(project => project.Name);

        // Its requests are those of callers' programs, which run in processes of their own.
        Assert.That(withoutCheck, Is.SubsetOf(new[] { "Aurora.Packaging.Tests" }));
    }

    private static bool Mentions(XDocument project, string item, string include) =>
        project.Descendants(item).Any(node => node.Attribute("Include")?.Value.EndsWith(include, StringComparison.Ordinal) == true && node.Attribute("ReferenceOutputAssembly")?.Value != "false");

    private static List<ITestResult> Run(Type fixture)
    {
        var runner = new NUnitTestAssemblyRunner(new DefaultTestAssemblyBuilder());
        runner.Load(fixture.Assembly, new Dictionary<string, object> { ["LOAD"] = new List<string> { fixture.FullName! } });
        return [.. Leaves(runner.Run(TestListener.NULL, TestFilter.FromXml($"<filter><test>{fixture.FullName}</test></filter>")))];
    }

    private static IEnumerable<ITestResult> Leaves(ITestResult result) => result.HasChildren ? result.Children.SelectMany(Leaves) : [result];

    /// <summary>Run by the test above alone.</summary>
    [TestFixture, Explicit("Half of these fail, as they should.")]
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
        public Task Asks_as_the_document_has_it() => AskAsync($"{AuroraApi.ListPath}?ids={Guid.NewGuid()}&ordering=name");

        [Test]
        public Task Asks_for_another_path() => AskAsync(AuroraApi.ListPath.TrimEnd('/'));

        [Test]
        public async Task Asks_without_a_key()
        {
            using var http = new HttpClient { BaseAddress = _server.BaseAddress };
            using var request = new HttpRequestMessage(HttpMethod.Get, AuroraApi.ListPath) { Headers = { { AuroraApi.IdHeader, _server.ApiId } } };
            using var response = await http.SendAsync(request);
        }

        // More than the fake's log keeps, so that the wrong one is long gone from it.
        [Test]
        public async Task Asks_once_wrongly_and_often_rightly()
        {
            await AskAsync(AuroraApi.ListPath + "?page=2");
            for (var i = 0; i < 201; i++)
                await AskAsync(AuroraApi.ListPath + $"?ids={Guid.Empty}");
            Assert.That(_server.Requests.SelectMany(request => request.UnknownQueryNames), Is.Empty);
        }

        [Test, SendsUndocumentedRequests("To see that it may.")]
        public Task Says_that_it_asks_wrongly() => AskAsync("/");

        [Test, SendsUndocumentedRequests("To see that it has to.")]
        public Task Says_that_it_asks_wrongly_and_does_not() => AskAsync(AuroraApi.ListPath);

        private async Task AskAsync(string path)
        {
            using var response = await _http.GetAsync(new Uri(path, UriKind.Relative));
        }
    }
}
