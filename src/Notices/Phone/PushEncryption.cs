using System.Buffers.Binary;
using System.Security.Cryptography;

namespace GridDesk.Notices.Phone;

/// <summary>Writes what only one device can read: RFC 8291 (keys) over RFC 8188 (<c>aes128gcm</c>, one record).</summary>
internal static class PushEncryption
{
    /// <summary>What every push service must take (RFC 8291 §4), less header, padding mark and tag.</summary>
    public const int LongestText = 4096 - 86 - 17;

    private const int PointLength = 65;
    private const int RecordSize = 4096;

    public static byte[] Encrypt(byte[] text, byte[] receiver, byte[] auth)
    {
        using var sender = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return Encrypt(text, receiver, auth, sender, RandomNumberGenerator.GetBytes(16));
    }

    /// <param name="receiver">The subscription's public key.</param>
    /// <param name="auth">The subscription's secret.</param>
    /// <param name="sender">A pair for this message alone.</param>
    internal static byte[] Encrypt(byte[] text, byte[] receiver, byte[] auth, ECDiffieHellman sender, byte[] salt)
    {
        using var other = ECDiffieHellman.Create(Point.Read(receiver));
        var own = Point.Write(sender.ExportParameters(false));
        var shared = sender.DeriveRawSecretAgreement(other.PublicKey);
        var keying = HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, 32, auth, [.. "WebPush: info\0"u8, .. receiver, .. own]);
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, keying, 16, salt, "Content-Encoding: aes128gcm\0"u8.ToArray());
        var nonce = HKDF.DeriveKey(HashAlgorithmName.SHA256, keying, 12, salt, "Content-Encoding: nonce\0"u8.ToArray());

        byte[] record = [.. text, 2]; // the mark of the last record
        var body = new byte[16 + 4 + 1 + PointLength + record.Length + 16];
        salt.CopyTo(body, 0);
        BinaryPrimitives.WriteUInt32BigEndian(body.AsSpan(16), RecordSize);
        body[20] = PointLength;
        own.CopyTo(body, 21);
        using var cipher = new AesGcm(key, 16);
        cipher.Encrypt(nonce, record, body.AsSpan(86, record.Length), body.AsSpan(86 + record.Length));
        return body;
    }
}

/// <summary>A point on P-256 as the web writes it: 4, x, y.</summary>
internal static class Point
{
    public static byte[] Write(ECParameters key) => [4, .. key.Q.X!, .. key.Q.Y!];

    /// <exception cref="CryptographicException">It is none.</exception>
    public static ECParameters Read(byte[] point)
    {
        if (point is not [4, ..] || point.Length != 65)
        {
            throw new CryptographicException("Not an uncompressed point on P-256");
        }

        var key = new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = point[1..33], Y = point[33..] } };
        key.Validate();
        using var tried = ECDiffieHellman.Create(key); // off the curve it cannot be imported
        return key;
    }
}
