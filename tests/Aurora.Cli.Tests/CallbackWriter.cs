using System.Globalization;
using System.Text;

namespace Aurora.Cli.Tests;

/// <summary>Calls a delegate with each text that is written.</summary>
internal sealed class CallbackWriter(StringBuilder text, Action<string> onWrite) : StringWriter(text, CultureInfo.InvariantCulture)
{
    public override void Write(char value)
    {
        base.Write(value);
        onWrite(value.ToString());
    }

    public override void Write(string? value)
    {
        base.Write(value);
        onWrite(value ?? "");
    }

    public override void Write(char[] buffer, int index, int count)
    {
        base.Write(buffer, index, count);
        onWrite(new string(buffer, index, count));
    }
}
