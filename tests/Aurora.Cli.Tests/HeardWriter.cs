using System.Globalization;
using System.Text;

namespace Aurora.Cli.Tests;

/// <summary>Tells of each text while it is written.</summary>
internal sealed class HeardWriter(StringBuilder text, Action<string> heard) : StringWriter(text, CultureInfo.InvariantCulture)
{
    public override void Write(char value)
    {
        base.Write(value);
        heard(value.ToString());
    }

    public override void Write(string? value)
    {
        base.Write(value);
        heard(value ?? "");
    }

    public override void Write(char[] buffer, int index, int count)
    {
        base.Write(buffer, index, count);
        heard(new string(buffer, index, count));
    }
}
