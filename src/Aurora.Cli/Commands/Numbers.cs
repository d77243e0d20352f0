using System.CommandLine.Parsing;
using System.Numerics;

namespace Aurora.Cli.Commands;

/// <summary>Parses the numbers of options. The culture has no effect.</summary>
internal static class Numbers
{
    /// <summary>Parses the value of an option. The number must be between <paramref name="min"/> and <paramref name="max"/>.</summary>
    public static T Parse<T>(ArgumentResult result, T min, T max)
        where T : struct, INumber<T>
    {
        var text = result.Tokens[0].Value;
        if (T.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number >= min && number <= max)
        {
            return number;
        }

        var kind = typeof(T) == typeof(int) ? "whole number" : "number";
        var option = ((OptionResult)result.Parent!).Option.Name;
        result.AddError(string.Create(
            CultureInfo.InvariantCulture, $"'{text}' is not valid for {option}. Specify a {kind} from {min} to {max}."));
        return min;
    }
}
