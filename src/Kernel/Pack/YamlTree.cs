using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace GridDesk.Kernel.Pack;

/// <summary>
/// From YAML text to nodes with their places. Only plain YAML is taken: anchors, aliases, merge keys, tags and a second
/// document are refused, because a pack is read by people who should see everything where it stands.
/// </summary>
internal sealed class YamlTree
{
    private const int Deepest = 32;

    private readonly string file;
    private readonly List<Mistake> mistakes;
    private readonly Parser parser;
    private Place here;

    private YamlTree(string file, string text, List<Mistake> mistakes) =>
        (this.file, this.mistakes, parser, here) = (file, mistakes, new Parser(new StringReader(text)), new(file, 1, 1));

    /// <summary>The file's content; null when it cannot be read at all, with the reason listed.</summary>
    public static Node? Read(string file, string text, List<Mistake> mistakes)
    {
        var tree = new YamlTree(file, text, mistakes);
        try
        {
            return tree.Document();
        }
        catch (TooDeep)
        {
            return null;
        }
        catch (YamlException unreadable)
        {
            mistakes.Add(NotYaml(new(file, (int)unreadable.Start.Line, (int)unreadable.Start.Column), unreadable.Message));
            return null;
        }
        catch (Exception unreadable) when (unreadable is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            // On some garbled text the parser itself stumbles; then the last place it understood must do.
            mistakes.Add(NotYaml(tree.here, "it ends in the middle of something"));
            return null;
        }
    }

    private static Mistake NotYaml(Place place, string why) => new(
        place,
        "看不懂這裡的 YAML，請檢查縮排、冒號、引號與括號。",
        $"This is not valid YAML: check the indentation, colons, quotes and brackets ({why.TrimEnd('.')}).");

    /// <summary>What the parser stands at. It may stop early on garbled text without a word.</summary>
    private ParsingEvent Current => parser.Current ?? throw new InvalidOperationException();

    private Node? Document()
    {
        Next();
        Next();
        if (Current is not DocumentStart)
        {
            return Empty();
        }

        Next();
        var root = Read(file[(file.LastIndexOf('/') + 1)..], null, 1);
        Next();
        if (parser.Current is DocumentStart second)
        {
            Refuse(PlaceOf(second), "一個檔案只能有一份文件，請刪除「---」以後的內容或另立檔案。", "A file holds one document: delete what follows '---' or give it a file of its own.");
        }

        return root is TextNode { IsNull: true } ? Empty() : root;
    }

    private Node? Empty()
    {
        Refuse(new(file, 1, 1), "檔案是空的。", "The file is empty.");
        return null;
    }

    private Node Read(string name, Place? key, int depth)
    {
        var start = Current;
        var place = key ?? PlaceOf(start);
        if (depth > Deepest)
        {
            Refuse(place, $"層次超過 {Deepest} 層，請簡化。", $"This is nested more than {Deepest} levels deep: make it simpler.");
            throw new TooDeep();
        }

        var plain = IsPlainYaml(start);
        Node node = start switch
        {
            Scalar scalar => Text(name, place, scalar),
            SequenceStart => List(name, place, depth),
            MappingStart => Map(name, place, depth),
            _ => Skip(name, place),
        };
        return plain ? node : new RefusedNode(name, place);
    }

    private Node Text(string name, Place place, Scalar scalar)
    {
        Next();
        var text = scalar.Value.TrimEnd('\n');

        // Quoted text may spell such characters as \u0000, which no database stores.
        if (text.Any(PackText.IsRefused))
        {
            Refuse(place, $"「{Wording.Quote(name)}」含有不能使用的控制字元，請刪除。", $"'{Wording.Quote(name)}' holds control characters that are not allowed: delete them.");
            return new RefusedNode(name, place);
        }

        return new TextNode(name, place, text, scalar.Style is ScalarStyle.Plain);
    }

    private ListNode List(string name, Place place, int depth)
    {
        var items = new List<Node>();
        Next();
        while (Current is not SequenceEnd)
        {
            items.Add(Read(name, null, depth + 1));
        }

        Next();
        return new(name, place, items);
    }

    private MapNode Map(string name, Place place, int depth)
    {
        var entries = new OrderedDictionary<string, Node>(StringComparer.Ordinal);
        Next();
        while (Current is not MappingEnd)
        {
            var key = Read(name, null, depth + 1);
            var value = Read((key as TextNode)?.Text ?? name, key.Place, depth + 1);
            switch (key)
            {
                case TextNode { Text: "<<", Plain: true }:
                    Refuse(key.Place, "不能使用合併鍵「<<」，請把內容寫出來。", "Merge keys ('<<') are not allowed: write the content out.");
                    break;
                case TextNode { Text.Length: > 0 } text when !entries.TryAdd(text.Text, value):
                    Refuse(key.Place, $"「{Wording.Quote(text.Text)}」重複，第一次寫在第 {entries[text.Text].Place.Line} 行。", $"'{Wording.Quote(text.Text)}' is given twice, first on line {entries[text.Text].Place.Line}.");
                    break;
                case TextNode { Text.Length: 0 } or ListNode or MapNode:
                    Refuse(key.Place, "欄位名稱必須是一個詞。", "A key must be a word.");
                    break;
            }
        }

        Next();
        return new(name, place, entries);
    }

    private RefusedNode Skip(string name, Place place)
    {
        Next();
        return new(name, place);
    }

    private bool IsPlainYaml(ParsingEvent start)
    {
        var at = PlaceOf(start);
        switch (start)
        {
            case AnchorAlias alias:
                return Refuse(at, $"不能使用別名「*{Wording.Quote(alias.Value.Value)}」，請把內容寫出來。", $"Aliases ('*{Wording.Quote(alias.Value.Value)}') are not allowed: write the content out.");
            case NodeEvent { Anchor.IsEmpty: false } anchored:
                return Refuse(at, $"不能使用錨點「&{Wording.Quote(anchored.Anchor.Value)}」，請刪除。", $"Anchors ('&{Wording.Quote(anchored.Anchor.Value)}') are not allowed: delete it.");
            case NodeEvent { Tag.IsEmpty: false }:
                return Refuse(at, "不能使用 YAML 標籤「!」，請刪除。", "YAML tags ('!') are not allowed: delete it.");
            default:
                return true;
        }
    }

    private bool Refuse(Place place, string zh, string en)
    {
        mistakes.Add(new(place, zh, en));
        return false;
    }

    private Place PlaceOf(ParsingEvent start) => new(file, (int)start.Start.Line, (int)start.Start.Column);

    private void Next()
    {
        parser.MoveNext();
        here = parser.Current is { } understood ? PlaceOf(understood) : here;
    }

    private sealed class TooDeep : Exception;
}
