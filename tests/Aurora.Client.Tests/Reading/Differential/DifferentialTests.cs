namespace Aurora.Client.Tests.Reading.Differential;

/// <summary>The generated readers against Newtonsoft.Json, on documents that nobody wrote.</summary>
[TestFixture]
public sealed class DifferentialTests
{
    [Test]
    public void Videos_and_drift_are_those_of_the_document_and_Newtonsoft() => VideoLists.Any.Check(json => Compare(LenientOracle.Read(json), ClientReading.List(json)));

    private static string? Compare(ReadVideos expected, ReadVideos actual) =>
        Difference.Between(expected.Videos, actual.Videos, "videos") ?? Difference.Between(expected.Drift, actual.Drift, "drift");
}
