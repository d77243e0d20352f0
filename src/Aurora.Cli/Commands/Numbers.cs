using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace Aurora.Cli.Commands;

/// <summary>Numbers as options take them, the same in every culture.</summary>
internal static class Numbers
{
    /// <summary>Reads the one value of an option, and refuses what is no number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public static T Parse<T>(ArgumentResult result, T least, T most)
        where T : struct, INumber<T>
    {
        var text = result.Tokens[0].Value;
        if (T.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;

        var kind = typeof(T) == typeof(int) ? "whole number" : "number";
        result.AddError(string.Create(
            CultureInfo.InvariantCulture, $"'{text}' cannot be used for {((OptionResult)result.Parent!).Option.Name}. It takes a {kind} from {least} to {most}."));
        return least;
    }
}
