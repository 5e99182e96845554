using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Triage.Models.Triaging;

/// <summary>A router as bytes: vocabulary.bin, settings.json, and the weights with and without embedding.</summary>
internal static class ModelFiles
{
    private const string VocabularyFile = "vocabulary.bin";
    private const string SettingsFile = "settings.json";
    private const string WithEmbeddingFile = "ngrams-embedding.bin";
    private const string WordsOnlyFile = "ngrams.bin";

    public static Dictionary<string, byte[]> Write(RouterModel model)
    {
        var files = new Dictionary<string, byte[]>
        {
            [VocabularyFile] = Packed(w => WriteVocabulary(w, model.Vocabulary)),
            [SettingsFile] = JsonSerializer.SerializeToUtf8Bytes(
                new Settings(model.Embedding, model.TopicDepartments, model.WithEmbedding?.Settings, model.WordsOnly.Settings),
                JsonSerializerOptions.Web),
            [WordsOnlyFile] = Packed(w => WriteSet(w, model.WordsOnly)),
        };
        if (model.WithEmbedding is not null)
        {
            files[WithEmbeddingFile] = Packed(w => WriteSet(w, model.WithEmbedding));
        }

        return files;
    }

    /// <exception cref="InvalidDataException">The bytes are no such router.</exception>
    public static RouterModel Read(IReadOnlyDictionary<string, byte[]> files)
    {
        var settings = JsonSerializer.Deserialize<Settings>(files[SettingsFile], JsonSerializerOptions.Web)
            ?? throw new InvalidDataException($"{SettingsFile} is empty.");
        return new RouterModel(
            Unpacked(files[VocabularyFile], ReadVocabulary),
            settings.Embedding,
            settings.TopicDepartments,
            settings.WithEmbedding is { } with ? Unpacked(files[WithEmbeddingFile], r => ReadSet(r, with)) : null,
            Unpacked(files[WordsOnlyFile], r => ReadSet(r, settings.WordsOnly)));
    }

    private static byte[] Packed(Action<BinaryWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(new BrotliStream(bytes, CompressionLevel.Optimal)))
        {
            write(writer);
        }

        return bytes.ToArray();
    }

    private static T Unpacked<T>(byte[] bytes, Func<BinaryReader, T> read)
    {
        using var reader = new BinaryReader(new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress));
        return read(reader);
    }

    private static void WriteVocabulary(BinaryWriter writer, Vocabulary vocabulary)
    {
        writer.Write(vocabulary.Count);
        for (var i = 0; i < vocabulary.Count; i++)
        {
            writer.Write(vocabulary.Names[i]);
            writer.Write(vocabulary.Idf[i]);
        }
    }

    private static Vocabulary ReadVocabulary(BinaryReader reader)
    {
        var names = new string[reader.ReadInt32()];
        var idf = new float[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = reader.ReadString();
            idf[i] = reader.ReadSingle();
        }

        return new Vocabulary(names, idf);
    }

    private static void WriteSet(BinaryWriter writer, LabelSet set)
    {
        foreach (var label in new[] { set.Department, set.Topic, set.Kind, set.Urgent, set.Objection })
        {
            writer.Write(label is not null);
            if (label is not null)
            {
                WriteLabel(writer, label);
            }
        }
    }

    private static LabelSet ReadSet(BinaryReader reader, RouterSettings settings)
    {
        LabelModel? Next() => reader.ReadBoolean() ? ReadLabel(reader) : null;
        return new LabelSet(Next() ?? throw new InvalidDataException("No office model."), Next(), Next(), Next(), Next(), settings);
    }

    private static void WriteLabel(BinaryWriter writer, LabelModel label)
    {
        writer.Write(label.Labels.Length);
        foreach (var name in label.Labels)
        {
            writer.Write(name);
        }

        writer.Write(label.Temperature);
        writer.Write(label.Linear.Features);
        writer.Write(MemoryMarshal.AsBytes(label.Linear.Biases.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(label.Linear.Scales.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(label.Linear.Weights.AsSpan()));
    }

    private static LabelModel ReadLabel(BinaryReader reader)
    {
        var labels = new string[reader.ReadInt32()];
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = reader.ReadString();
        }

        var temperature = reader.ReadDouble();
        var features = reader.ReadInt32();
        var biases = Fill(reader, new float[labels.Length]);
        var scales = Fill(reader, new float[features]);
        return new LabelModel(labels, new LinearModel(labels.Length, Fill(reader, new sbyte[features * labels.Length]), scales, biases), temperature);
    }

    private static T[] Fill<T>(BinaryReader reader, T[] array)
        where T : struct
    {
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(array.AsSpan()));
        return array;
    }

    private sealed record Settings(
        EmbeddingScale? Embedding, IReadOnlyDictionary<string, string> TopicDepartments, RouterSettings? WithEmbedding, RouterSettings WordsOnly);
}
