using System.Xml.Linq;
using Aurora.Spec.Releases;

namespace Aurora.Spec.Tests.Releases;

[TestFixture]
public sealed class PackedPackageTests
{
    [Test]
    public void Ids_are_those_of_the_projects_that_can_be_packed() => Assert.That(
        PackedPackage.Ids,
        Is.EquivalentTo(Directory.EnumerateFiles(Path.Combine(TestRepository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Where(project => XDocument.Load(project).Descendants("IsPackable").Any(packable => packable.Value == "true"))
            .Select(Path.GetFileNameWithoutExtension)));

    [Test]
    public void Ids_come_after_those_that_they_refer_to()
    {
        for (var place = 0; place < PackedPackage.Ids.Count; place++)
        {
            var project = Path.Combine(TestRepository.Root, "src", PackedPackage.Ids[place], $"{PackedPackage.Ids[place]}.csproj");
            var references = XDocument.Load(project).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
            Assert.That(PackedPackage.Ids.Take(place), Is.SupersetOf(references));
        }
    }
}
