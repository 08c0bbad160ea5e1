using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.House;

/// <summary>What others wrote and we ship: exact versions, locked, under licences that an office may use.</summary>
public sealed partial class PackageTests
{
    private static readonly string[] Allowed = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "PostgreSQL", "MPL-2.0", "0BSD", "ISC"];

    /// <summary>Packages whose licence is a file or an address; what it says was read by a person.</summary>
    private static readonly Dictionary<string, string> Read = new()
    {
    };

    public static TheoryData<string> Projects => [.. Directory.GetFiles(TestOffice.Root, "*.csproj", SearchOption.AllDirectories)
        .Select(p => Path.GetRelativePath(TestOffice.Root, p)).Where(p => !p.StartsWith("artifacts", StringComparison.Ordinal))];

    [Fact]
    public void Every_version_is_exact()
    {
        foreach (var package in XDocument.Load(Path.Combine(TestOffice.Root, "Directory.Packages.props")).Descendants("PackageVersion"))
        {
            package.Attribute("Version")!.Value.ShouldMatch(@"^\[\d+\.\d+\.\d+(-[a-z0-9.]+)?\]$", package.Attribute("Include")!.Value);
        }
    }

    [Theory, MemberData(nameof(Projects))]
    public void Every_project_is_locked(string project) =>
        File.Exists(Path.Combine(TestOffice.Root, Path.GetDirectoryName(project)!, "packages.lock.json")).ShouldBeTrue();

    [Fact]
    public void Every_package_has_a_licence_that_we_may_use()
    {
        var packages = Projects.Select(p => Path.Combine(TestOffice.Root, Path.GetDirectoryName(p.Data)!, "packages.lock.json"))
            .SelectMany(path => JsonNode.Parse(File.ReadAllText(path))!["dependencies"]!.AsObject())
            .SelectMany(framework => framework.Value!.AsObject())
            .Where(package => package.Value!["resolved"] is not null)
            .Select(package => (Id: package.Key.ToLowerInvariant(), Version: package.Value!["resolved"]!.GetValue<string>()))
            .Distinct().ToList();
        packages.Count.ShouldBeGreaterThan(40);
        packages.Select(p => (p.Id, Licence: LicenceOf(p.Id, p.Version))).Where(p => !MayUse(p.Licence)).Select(p => $"{p.Id}: {p.Licence}").ShouldBeEmpty();
    }

    private static bool MayUse(string licence) => licence.Split(" OR ").Any(choice =>
        choice.Trim('(', ')').Split(" AND ").All(l => Allowed.Contains(l.Trim('(', ')')) || l.StartsWith("LGPL-", StringComparison.Ordinal)));

    private static string LicenceOf(string id, string version)
    {
        var home = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var folder = Path.Combine(home, id, version);
        var description = XDocument.Load(Path.Combine(folder, $"{id}.nuspec"));
        var licence = description.Descendants().FirstOrDefault(e => e.Name.LocalName == "license");
        if (licence?.Attribute("type")?.Value == "expression")
        {
            return licence.Value;
        }

        var address = description.Descendants().FirstOrDefault(e => e.Name.LocalName == "licenseUrl")?.Value ?? "none";
        var key = licence is null ? address : "sha256:" + Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, licence.Value))));
        return Spdx().Match(address) is { Success: true } match && licence is null ? match.Groups[1].Value : Read.GetValueOrDefault(key, key);
    }

    [GeneratedRegex(@"^https://licenses\.nuget\.org/(.+)$")]
    private static partial Regex Spdx();
}
