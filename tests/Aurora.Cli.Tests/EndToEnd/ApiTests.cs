namespace Aurora.Cli.Tests.EndToEnd;

/// <summary>Tests <c>aurora api</c> in a terminal and in a pipe.</summary>
[TestFixture]
public sealed class ApiTests
{
    private static readonly (string Name, string Value)[] Keys = [("AURORA_API_ID", "the-api-id"), ("AURORA_API_KEY", "the-api-key")];

    [Test]
    public async Task Api_pipe_writes_each_byte_of_the_body()
    {
        byte[] body = [0xEF, 0xBB, 0xBF, 0x00, 0x80, 0xFF, (byte)'\n'];
        using var server = new PlainServer(200, body);

        var result = await ToolProcess.RunAsync(["api", "GET", "/x", "--base-url", server.Address], Keys);

        Assert.That(result.Bytes, Is.EqualTo(body));
        Assert.That(result.ExitCode, Is.Zero);
    }

    [Test]
    public async Task Api_reads_a_field_from_standard_input()
    {
        using var server = new PlainServer(200, "{}");
        using var tool = ToolProcess.Start(["api", "POST", "/x", "-F", "prompt=@-", "--base-url", server.Address], Keys);
        await tool.Input.WriteAsync("ein Stück"u8.ToArray());
        tool.Input.Close();

        await Assert.ThatAsync(async () => (await tool.WaitForExitAsync()).ExitCode, Is.Zero);

        Assert.That(server.Requests.Single().Body, Is.EqualTo("""{"prompt":"ein Stück"}"""));
    }

    [Test]
    [Platform("Linux")]
    public async Task Api_terminal_indents_the_body()
    {
        using var server = new PlainServer(200, """{"a":[1]}""");
        await using var tmux = await Tmux.StartAsync(80, 24, ["api", "GET", "/x", "--base-url", server.Address], Keys);

        await tmux.WaitForAsync(@"^{\n  ""a"": \[\n    1\n  \]\n}\nEXIT 0");
    }
}
