using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Triage.Models.Triaging;

/// <summary>Reads and writes a router's folder; nothing is loaded from it whose SHA-256 is not the manifest's.</summary>
internal static class ModelFolder
{
    public const int Format = 1;
    private const string ManifestFile = "manifest.json";
    private const string CardFile = "modelcard.md";

    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Writes the folder anew; <paramref name="describe"/> makes the manifest from version and file hashes.</summary>
    public static ModelManifest Write(
        string folder, RouterModel model, Func<string, Dictionary<string, string>, ModelManifest> describe, Func<ModelManifest, string> card)
    {
        var files = ModelFiles.Write(model);
        var hashes = files.OrderBy(f => f.Key, StringComparer.Ordinal).ToDictionary(f => f.Key, f => Hash(f.Value));
        var manifest = describe(Version(hashes), hashes);
        Directory.CreateDirectory(folder);
        foreach (var (name, bytes) in files)
        {
            File.WriteAllBytes(Path.Combine(folder, name), bytes);
        }

        File.WriteAllText(Path.Combine(folder, ManifestFile), JsonSerializer.Serialize(manifest, Indented) + "\n");
        File.WriteAllText(Path.Combine(folder, CardFile), card(manifest));
        return manifest;
    }

    /// <exception cref="ModelException">A file is missing, damaged or of another format.</exception>
    public static (RouterModel Model, ModelManifest Manifest) Read(string folder)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize<ModelManifest>(File.ReadAllBytes(Path.Combine(folder, ManifestFile)), JsonSerializerOptions.Web);
            if (manifest is not { Format: Format, Files.Count: > 0 } || manifest.Version != Version(manifest.Files))
            {
                throw new ModelException(folder, $"{ManifestFile} is damaged or of another version than {Format}.");
            }

            return (ModelFiles.Read(manifest.Files.ToDictionary(f => f.Key, f => Checked(folder, f.Key, f.Value))), manifest);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException(folder, $"a file is missing or unreadable ({e.Message})", e);
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or KeyNotFoundException or ArgumentException)
        {
            throw new ModelException(folder, $"its contents make no sense ({e.Message})", e);
        }
    }

    private static byte[] Checked(string folder, string name, string expected)
    {
        if (name != Path.GetFileName(name))
        {
            throw new ModelException(folder, $"the manifest names a file elsewhere ('{name}').");
        }

        var bytes = File.ReadAllBytes(Path.Combine(folder, name));
        return Hash(bytes) == expected
            ? bytes
            : throw new ModelException(folder, $"{name} is damaged: its SHA-256 is not the manifest's.");
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string Version(IReadOnlyDictionary<string, string> hashes) =>
        "router-" + Hash(Encoding.UTF8.GetBytes(string.Join('\n', hashes.OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => $"{h.Key} {h.Value}"))))[..12];
}
