#if !NET
namespace System.Runtime.Versioning;

/// <summary>The attribute of .NET 5 and later, which analyzers recognize by its name.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
internal sealed class UnsupportedOSPlatformAttribute(string platformName) : Attribute
{
    public string PlatformName => platformName;
}
#endif
