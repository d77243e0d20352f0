using System.Numerics;

namespace Aurora.Cli.Commands;

/// <summary>Parses and formats durations such as <c>90</c>, <c>1.5s</c>, <c>500ms</c>, <c>2m</c>, <c>1h</c>, <c>7d</c> and <c>2w</c>.</summary>
internal static partial class Durations
{
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        var match = Syntax().Match(text);
        if (!match.Success)
            return false;

        var seconds = double.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) * match.Groups["unit"].Value.ToLowerInvariant() switch
        {
            "ms" => 0.001,
            "m" => 60,
            "h" => 60 * 60,
            "d" => 24 * 60 * 60,
            "w" => 7 * 24 * 60 * 60,
            _ => 1,
        };
        if (seconds > TimeSpan.MaxValue.TotalSeconds / 2)
            return false;
        duration = TimeSpan.FromSeconds(seconds);
        return true;
    }

    public static TimeSpan? Parse(ArgumentResult result, TimeSpan min, TimeSpan max)
    {
        var text = result.Tokens[0].Value;
        if (TryParse(text, out var duration) && duration >= min && duration <= max)
            return duration;

        result.AddError(
            $"'{text}' is not valid for {((OptionResult)result.Parent!).Option.Name}. "
            + $"Specify a duration from {Format(min)} to {Format(max)}, such as 90, 2.5s or 10m. The units are ms, s, m, h and d.");
        return null;
    }

    public static string Format(TimeSpan duration) => duration switch
    {
        { TotalSeconds: < 1 } => Number(duration.TotalMilliseconds, "ms"),
        { TotalMinutes: < 1 } => Number(duration.TotalSeconds, "s"),
        { TotalHours: < 1 } => Number(duration.TotalMinutes, "m"),
        _ => Number(duration.TotalHours, "h"),
    };

    private static string Number(double number, string unit) => string.Create(CultureInfo.InvariantCulture, $"{number:0.#}{unit}");

    // An uppercase M might mean months.
    [GeneratedRegex("^(?<number>[0-9]{1,9}(\\.[0-9]{1,6})?)(?<unit>ms|m|[sShHdDwW])?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Syntax();
}

/// <summary>Parses the numbers of options. The culture has no effect.</summary>
internal static class Numbers
{
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
        result.AddError(string.Create(CultureInfo.InvariantCulture, $"'{text}' is not valid for {option}. Specify a {kind} from {min} to {max}."));
        return min;
    }
}
