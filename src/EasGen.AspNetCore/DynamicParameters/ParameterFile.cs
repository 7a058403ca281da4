using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace EasGen.AspNetCore.DynamicParameters;

/// <summary>
/// The file in which EAS shows the dynamic parameters, as configuration. It is read again and again and compared: a mounted
/// file may be replaced by a rename, or by a link that points elsewhere, of which watchers and times of change say nothing.
/// </summary>
internal sealed class ParameterFile(string path, ParameterTypes? types = null) : ConfigurationProvider, IConfigurationSource
{
    /// <summary>The variable that names another file, for tests.</summary>
    public const string Variable = "EASGEN_PROPERTIES_FILE";

    /// <summary>Where EAS shows them.</summary>
    public const string DefaultPath = "/eas/workspace/properties/service.json";

    /// <summary>What a file may have. Parameters are a few lines.</summary>
    public const int MostBytes = 1024 * 1024;

    private readonly Lock gate = new();
    private (byte[] Bytes, string? Complaint) seen = ([], null);
    private string? complaint;
    private string? earlierComplaint;
    private string? said;

    // One instance, however often the sources are built anew.
    IConfigurationProvider IConfigurationSource.Build(IConfigurationBuilder builder) => this;

    public override void Load() => Refresh();

    /// <summary>
    /// Takes the values of the file if it has changed. The last ones stay while it is missing, broken or too
    /// large, or has a value of another type than is declared.
    /// </summary>
    /// <returns>What is wrong with the file, once, and only if it was already so the last time: it may be being written.</returns>
    public string? Refresh()
    {
        string? news;
        bool hasChanged;
        lock (gate)
        {
            hasChanged = Take();
            news = complaint == earlierComplaint && complaint != said ? complaint : null;
            earlierComplaint = complaint;
            said = complaint is null ? null : news ?? said;
        }
        if (hasChanged)
            OnReload();
        return news;
    }

    private bool Take()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(MostBytes + 1);
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            var room = buffer.AsSpan(0, MostBytes + 1);
            return Take(room[..file.ReadAtLeast(room, room.Length, throwOnEndOfStream: false)]);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            // As anywhere but on EAS, and for a moment while it is replaced.
            complaint = null;
            return false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            complaint = exception.Message;
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private bool Take(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MostBytes)
        {
            complaint = string.Create(CultureInfo.InvariantCulture, $"It has more than {MostBytes} bytes.");
            return false;
        }
        var isNew = !bytes.SequenceEqual(seen.Bytes);
        if (isNew)
            seen = (bytes.ToArray(), Parse(bytes));
        complaint = seen.Complaint;
        return isNew && complaint is null;
    }

    private string? Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var values = ParameterJson.Read(bytes);
            if (types?.Misfit(bytes) is { } misfit)
                return misfit;
            Data = values;
            return null;
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return exception.Message;
        }
    }
}
