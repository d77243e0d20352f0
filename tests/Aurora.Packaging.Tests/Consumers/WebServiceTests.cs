using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Aurora.Packaging.Tests.Processes;

namespace Aurora.Packaging.Tests.Consumers;

[TestFixture]
public sealed partial class WebServiceTests
{
    [Test]
    [Platform(Exclude = "Win", Reason = "The test stops the service with a signal.")]
    public async Task Service_with_appsettings_returns_the_videos_and_shuts_down()
    {
        using var account = new FakeAccount();
        var service = (await CallerMachine.GetAsync()).Copy("WebService");
        SetAddress(Path.Combine(service.Folder, "appsettings.json"), account.Address);
        await service.BuildAsync();

        await using var program = new RunningProgram(
            service.Command("dotnet", account.ConfigurationKeys, "bin/Debug/net10.0/WebService.dll", "--urls", "http://127.0.0.1:0"));
        var address = (await program.PrintedAsync(Listening())).Groups[1].Value;
        using var http = new HttpClient();
        var ids = await http.GetFromJsonAsync<string[]>($"{address}/videos");

        Assert.That(ids, Is.EquivalentTo(account.Ids));
        account.AssertAskedWithBothKeys();
        await Assert.ThatAsync(program.TerminateAsync, Is.Zero);
    }

    private static void SetAddress(string file, string address)
    {
        var settings = JsonNode.Parse(File.ReadAllText(file))!;
        settings["Aurora"]!["BaseAddress"] = address;
        File.WriteAllText(file, settings.ToJsonString());
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}
