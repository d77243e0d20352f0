using Aurora.Testing;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;

namespace Aurora.Cli.Tests.Commands;

/// <summary>Tests the report of <c>aurora check</c>: its rows, its counts, and the values that it must not show.</summary>
[TestFixture]
public sealed class CheckReportTests
{
    [TestCase("status", "\"archived\"", "unknown_value\t$[].status\t2\t2\tarchived")]
    [TestCase("model_version", "\"aurora_v2\"", "unknown_value\t$[].model_version\t2\t2\taurora_v2")]
    [TestCase("duration", "\"25\"", "wrong_type\t$[].duration\t2\t2\ta string")]
    [TestCase("audio", "{ \"url\": 1 }", "wrong_type\t$[].audio\t2\t2\tan object")]
    [TestCase("duration", "25.5", "malformed\t$[].duration\t2\t2\ta number")]
    [TestCase("audio", "\"/a.mp3\"", "malformed\t$[].audio\t2\t2\ta string")]
    [TestCase("failed_reason", "null", "null\t$[].failed_reason\t2\t2\t-")]
    [TestCase("failed_reason", null, "missing\t$[].failed_reason\t2\t2\t-")]
    [TestCase("brand_new", "[1, 2]", "unknown_property\t$[].brand_new\t2\t2\tan array")]
    public async Task Check_drift_writes_line_for_kind_and_path(string property, string? value, string line)
    {
        using var server = FixedResponse.Serve(FixedResponse.Video(), FixedResponse.Video(property, value), FixedResponse.Video(property, value));
        var session = new Session();

        await Assert.ThatAsync(() => session.CheckAsync(server), Is.EqualTo(ExitCode.Failed));

        Assert.That(session.OutputLines[1..].Where(row => !row.StartsWith("parameter", StringComparison.Ordinal)), Is.EqualTo(new[] { line }));
    }

    [Test]
    public async Task Check_repeated_drift_in_one_video_counts_places_and_videos_separately()
    {
        var twice = FixedResponse.Video().ToString()
            .Replace("\"duration\":", "\"duration\": \"1\", \"duration\": \"2\", \"duration\":", StringComparison.Ordinal);
        using var server = Account.Empty();
        server.EnqueueFaults(
            AuroraFault.Body($"[{twice}, {twice}, {FixedResponse.Video()}, null, 17]"), AuroraFault.Body($"[{FixedResponse.Video()}]"));
        var session = new Session { IsTerminal = true };

        await Assert.ThatAsync(() => session.CheckAsync(server, "--no-color"), Is.EqualTo(ExitCode.Failed));

        Assert.That(session.OutputLines.Select(line => line.TrimEnd()), Is.EqualTo(new[]
        {
            "KIND        PATH          COUNT  VIDEOS  EXAMPLE",
            "null        $[]               1       -  -",
            "wrong_type  $[]               1       -  a number",
            "wrong_type  $[].duration      4     66%  a string",
        }));
        Assert.That(session.Error, Does.Contain("3 videos").And.Contain("3 kinds").And.Contain("6 places"));
    }

    [Test]
    public async Task Check_drift_writes_only_summary_to_standard_error()
    {
        using var server = FixedResponse.Serve(FixedResponse.Video("status", "\"archived\""));
        var session = new Session();

        await session.CheckAsync(server);

        Assert.That(session.Error, Does.Match(@"^[^\n]*1 video\W[^\n]*1 kind [^\n]*1 place\W\n$"));
    }

    [TestCase("name", "{ \"secret\": \"secret\" }")]
    [TestCase("audio", "\"secret.mp3\"")]
    [TestCase("audio", "[\"https://cdn.example/secret.mp3\"]")]
    [TestCase("webhook_url", "\"secret hook\"")]
    [TestCase("id", "\"secret\"")]
    [TestCase("duration", "\"secret\"")]
    [TestCase("created_at", "\"secret\"")]
    [TestCase("brand_new", "\"secret\"")]
    [TestCase("status", "\"a secret of Jane Doe\"")]
    [TestCase("status", "\"secret@example.com\"")]
    [TestCase("status", "\"5ec2e7aa-c26f-4f16-9819-66d0c8b626a0\"")]
    [TestCase("status", "\"a5ec2e7ac26f4f16981966d0c8b626a0\"")]
    [TestCase("status", "\"\\u001b[2Jsecret\"")]
    public async Task Check_deviating_value_is_not_shown(string property, string value)
    {
        using var server = FixedResponse.Serve(FixedResponse.Video(property, value));

        foreach (var form in new[] { "table", "json" })
        {
            var session = new Session { IsTerminal = true, Width = 200 };
            await Assert.ThatAsync(() => session.CheckAsync(server, "--no-color", "--output", form), Is.EqualTo(ExitCode.Failed));
            Assert.That(session.Output, Does.Contain("$[]." + property));
            Assert.That(session.Output + session.Error, Does.Not.Contain("secret").And.Not.Contain("5ec2e7a").And.Not.Contain('\e'));
        }
    }

    [TestCase("status")]
    [TestCase("brand_new")]
    public async Task Check_key_in_response_is_redacted(string property)
    {
        using var server = Account.Empty();
        var video = FixedResponse.Video(property, $"\"{server.ApiKey}\"");
        video[server.ApiKey] = 1;
        server.InjectFaultWhen(_ => true, AuroraFault.Body($"[{video}]"), 2);
        var session = new Session();

        await session.CheckAsync(server, "--output", "json");

        Assert.That(session.Output, Does.Contain("$[].[redacted]").And.Not.Contain(server.ApiKey));
    }

    [Test]
    public async Task Check_json_writes_stable_document()
    {
        using var server = Account.Empty();
        var known = FixedResponse.Video("status", "\"archived\"");
        var videos = new JArray(known, FixedResponse.Video("status", "\"archived\""), FixedResponse.Video("name", null));
        server.InjectFaultWhen(_ => true, AuroraFault.Body(videos.ToString()), 1);
        server.EnqueueFaults(AuroraFault.Body($"[{known}]"));
        var session = new Session { Clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 4, 15, 0, TimeSpan.FromHours(1))) };

        await Assert.ThatAsync(() => session.CheckAsync(server, "--output", "json"), Is.EqualTo(ExitCode.Failed));

        Assert.That(session.Output, Is.EqualTo($$"""
            {
              "checked_at": "2026-03-01T03:15:00Z",
              "api": "{{server.BaseAddress}}",
              "asked": [
                "GET /api/aurora/",
                "GET /api/aurora/?ids=(1)&ordering=-created_at"
              ],
              "videos": 3,
              "places": 2,
              "drifts": [
                {
                  "kind": "unknown_value",
                  "path": "$[].status",
                  "count": 2,
                  "videos": 2,
                  "example": "archived"
                }
              ],
              "left_out": []
            }

            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public async Task Check_drift_only_in_second_response_is_added()
    {
        using var server = Account.Empty();
        server.EnqueueFaults(
            AuroraFault.Body($"[{FixedResponse.Video("status", "\"archived\"")}]"),
            AuroraFault.Body($"[{FixedResponse.Video("status", "\"paused\"")}, null]"));
        var session = new Session();

        await session.CheckAsync(server);

        Assert.That(session.OutputLines[1..], Is.EqualTo(new[] { "null\t$[]\t1\t-\t-", "unknown_value\t$[].status\t1\t1\tarchived" }));
    }

    [Test]
    public async Task Check_control_characters_in_names_are_replaced()
    {
        const string name = "a\\u001b[2J\\tb\\u202e\\u009bc\\ud800";
        var video = FixedResponse.Video().ToString().Replace("\"id\":", $"\"{name}\": 1, \"id\":", StringComparison.Ordinal);
        using var server = FixedResponse.Serve($"[{video}]");

        foreach (var isTerminal in new[] { true, false })
        {
            var session = new Session { IsTerminal = isTerminal };
            await session.CheckAsync(server);
            var row = session.OutputLines.Single(line => line.Contains("unknown_property", StringComparison.Ordinal));
            Assert.That(row, Does.Contain("$[].a\uFFFD[2J\uFFFDb\uFFFD\uFFFDc\uFFFD"));
        }
    }

    [Test]
    public async Task Check_many_unknown_properties_limits_rows_and_counts_the_rest()
    {
        var videos = Enumerable.Range(0, 10).Select(number =>
        {
            var video = FixedResponse.Video("status", "\"archived\"");
            for (var name = 0; name < 10_000; name++)
                video[$"made_up_{number}_{name}"] = 1;
            video["is_hidden"] = "no";
            return video;
        });
        using var server = FixedResponse.Serve([.. videos]);
        var session = new Session();

        await Assert.ThatAsync(() => session.CheckAsync(server, "--output", "json"), Is.EqualTo(ExitCode.Failed));

        var report = JObject.Parse(session.Output);
        var rows = report["drifts"]!;
        Assert.That(rows.Count(row => (string?)row["kind"] == "unknown_property"), Is.EqualTo(100));
        Assert.That(rows.Single(row => (string?)row["path"] == "$[].status")["count"]!.Value<int>(), Is.EqualTo(10));
        Assert.That(rows.Single(row => (string?)row["path"] == "$[].is_hidden")["count"]!.Value<int>(), Is.EqualTo(10));
        Assert.That(
            report["left_out"]!.Single().ToString(Newtonsoft.Json.Formatting.None),
            Is.EqualTo("""{"kind":"unknown_property","count":99900}"""));
        Assert.That(session.Error, Does.Match(@"^[^\n]*99900 places[^\n]*unknown_property[^\n]*100 paths[^\n]*\n[^\n]*10 videos[^\n]*more than "));
    }

    [TestCase(40, 71)]
    [TestCase(80, 80)]
    [TestCase(120, 120)]
    public async Task Check_long_path_is_truncated_to_terminal_width(int width, int longest)
    {
        using var server = FixedResponse.Serve(FixedResponse.Video(new string('x', 150), "1"));
        var session = new Session { IsTerminal = true, Width = width };

        await session.CheckAsync(server);

        Assert.That(session.OutputLines, Has.Length.EqualTo(2));
        Assert.That(session.OutputLines[1], Does.Contain("x…  ").And.EndsWith("a number"));
        Assert.That(session.OutputLines[1], Has.Length.LessThanOrEqualTo(longest).And.Length.GreaterThanOrEqualTo(Math.Min(width, longest - 20)));
    }
}
