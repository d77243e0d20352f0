using System.CommandLine;
using SharpFuzz;

namespace Aurora.Reliability.Tests.Fuzzing;

/// <summary><c>fuzz-target</c>: what afl-fuzz starts. Without afl-fuzz it checks what stands in its standard input.</summary>
internal static class FuzzTargetCommand
{
    public const string Name = "fuzz-target";

    public static Command Create()
    {
        var target = new Argument<string>("target").AcceptOnlyFromAmong([.. FuzzTarget.All.Select(each => each.Name)]);
        var command = new Command(Name, "What afl-fuzz starts.") { Hidden = true };
        command.Arguments.Add(target);
        command.SetAction(parsed => Run(FuzzTarget.Of(parsed.GetRequiredValue(target))));
        return command;
    }

    // In a process of its own, so that a body that never ends or overflows the stack is found and the run goes on.
    private static void Run(FuzzTarget target) => Fuzzer.OutOfProcess.Run(input =>
    {
        using var body = new MemoryStream();
        input.CopyTo(body);
        if (target.Fault(body.ToArray()) is { } fault)
            throw new InvalidDataException(fault);
    });
}
