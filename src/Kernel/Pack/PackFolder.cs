using System.Security.Cryptography;
using System.Text;

namespace GridDesk.Kernel.Pack;

/// <summary>
/// The files of a pack, read once: what is checked is what is loaded. README.md, LICENSE and names beginning with a dot
/// belong to the people who keep the folder and are left out. Links are refused, so nothing outside the folder is read.
/// </summary>
public sealed class PackFolder
{
    private const int LargestFile = 1 << 20;
    private const int LargestPack = 64 << 20;
    private const int MostFiles = 5000;

    internal PackFolder(string root, IEnumerable<PackFile> files, IEnumerable<Mistake> mistakes)
    {
        Root = root;
        Files = [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
        Mistakes = [.. mistakes];
        var list = string.Concat(Files.Select(file => $"{file.Hash}  {file.Path}\n"));
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list)));
    }

    public string Root { get; }

    /// <summary>In the order of their paths.</summary>
    public IReadOnlyList<PackFile> Files { get; }

    /// <summary>
    /// The edition: SHA-256 over the list of hashes and paths, the same as of the output of <c>sha256sum</c> over the
    /// files in the order of their paths. Line ends do not count.
    /// </summary>
    public string Hash { get; }

    internal IReadOnlyList<Mistake> Mistakes { get; }

    /// <exception cref="PackRefused">There is no such folder. Files that cannot be read are listed when the pack is loaded.</exception>
    public static PackFolder Open(string path)
    {
        var root = Path.GetFullPath(path);
        if (!Directory.Exists(root))
        {
            throw new PackRefused([new(new(path, 1, 1), "找不到這個資料夾。", "There is no such folder.")]);
        }

        var opening = new Opening(root);
        opening.Enter(new DirectoryInfo(root));
        return new(root, opening.Files, opening.Mistakes);
    }

    private sealed class Opening(string root)
    {
        private long size;

        public List<PackFile> Files { get; } = [];

        public List<Mistake> Mistakes { get; } = [];

        public void Enter(DirectoryInfo folder) => Try(folder, () =>
        {
            foreach (var entry in folder.EnumerateFileSystemInfos().Where(entry => !BelongsToItsKeepers(entry.Name)))
            {
                if (entry.LinkTarget is not null || entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
                {
                    Refuse(entry, "不能使用連結，請放入檔案本身。", "Links are not allowed: put the file itself here.");
                }
                else if (entry is DirectoryInfo inner)
                {
                    Enter(inner);
                }
                else
                {
                    Try(entry, () => Read((FileInfo)entry));
                }
            }
        });

        private void Read(FileInfo file)
        {
            size += Math.Min(file.Length, LargestFile);
            if (file.Length > LargestFile)
            {
                Refuse(file, "檔案超過 1 MB，請縮小或分成幾個檔案。", "The file is larger than 1 MB: make it smaller or divide it.");
            }
            else if (Files.Count == MostFiles || size > LargestPack)
            {
                Refuse(file, $"資料包超過 {MostFiles} 個檔案或 {LargestPack >> 20} MB，這個檔案未讀取。", $"The pack is larger than {MostFiles} files or {LargestPack >> 20} MB: this file was not read.");
            }
            else
            {
                // A pipe or a device says it is empty; opening one would wait for ever.
                Files.Add(new(Relative(file), file.Length == 0 ? default : ReadAtMost(file, LargestFile)));
            }
        }

        private void Try(FileSystemInfo entry, Action read)
        {
            try
            {
                read();
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                Refuse(entry, "無法讀取，請檢查權限。", "This cannot be read: check its permissions.");
            }
        }

        /// <summary>It may have grown since it was measured.</summary>
        private static byte[] ReadAtMost(FileInfo file, int most)
        {
            using var stream = file.OpenRead();
            var bytes = new byte[Math.Min(stream.Length, most)];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return bytes[..length];
        }

        private static bool BelongsToItsKeepers(string name) => name is "README.md" or "LICENSE" || name.StartsWith('.');

        private string Relative(FileSystemInfo entry) => Path.GetRelativePath(root, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');

        private void Refuse(FileSystemInfo entry, string zh, string en) => Mistakes.Add(new(new(Relative(entry), 1, 1), zh, en));
    }
}
