using System.CommandLine;
using SharpFuzz;

namespace Aurora.Reliability.Tests.Fuzzing;

/// <summary>Implements <c>fuzz-target</c>, which afl-fuzz starts. Without afl-fuzz, it checks the standard input.</summary>
internal static class FuzzTargetCommand
{
    public const string Name = "fuzz-target";

    public static Command Create()
    {
        var target = new Argument<string>("target").AcceptOnlyFromAmong([.. FuzzTarget.All.Select(each => each.Name)]);
        var command = new Command(Name, "Run a fuzzing target for afl-fuzz.") { Hidden = true };
        command.Arguments.Add(target);
        command.SetAction(parsed => Run(FuzzTarget.Find(parsed.GetRequiredValue(target))));
        return command;
    }

    // A separate process lets the run continue after a hang or a stack overflow.
    private static void Run(FuzzTarget target) => Fuzzer.OutOfProcess.Run(input =>
    {
        using var body = new MemoryStream();
        input.CopyTo(body);
        if (target.Check(body.ToArray()) is { } error)
            throw new InvalidDataException(error);
    });
}
