using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace GridDesk.Tests.Ui.Schemas;

/// <summary>Judges XML by a RELAX NG schema (ISO/IEC 19757-2) in its XML form; types are those of XML Schema.</summary>
internal sealed class RelaxNg
{
    private const string Xsd = "http://www.w3.org/2001/XMLSchema";

    private static readonly XNamespace Rng = "http://relaxng.org/ns/structure/1.0";
    private static readonly XNamespace Xs = Xsd;

    // One judges at a time: patterns remember what they worked out.
    private static readonly Lock Judging = new();

    private readonly ILookup<string, XElement> _defined;
    private readonly Dictionary<string, Pattern> _known = [];
    private readonly Pattern _start;

    public RelaxNg(XElement grammar)
    {
        _defined = grammar.Descendants(Rng + "define").ToLookup(define => define.Attribute("name")!.Value);
        lock (Judging)
        {
            _start = grammar.Descendants(Rng + "start").Select(start => All(Parts(start), Pattern.Group)).Aggregate(Pattern.Choice);
        }
    }

    /// <summary>The first thing that the schema does not allow, and where; null when all is well.</summary>
    public string? MistakeIn(XElement root)
    {
        lock (Judging)
        {
            var (mistake, after) = Judge(_start, root);
            return mistake ?? (after.MayEnd ? null : $"{root.Name.LocalName}: something is missing");
        }
    }

    private static (string? Mistake, Pattern After) Judge(Pattern before, XElement element)
    {
        var after = before.AfterOpening(element.Name);
        if (after == Pattern.NotAllowed)
        {
            return ($"{element.Name.LocalName} is not allowed here", after);
        }

        foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
        {
            after = after.AfterAttribute(attribute.Name, attribute.Value);
            if (after == Pattern.NotAllowed)
            {
                return ($"{element.Name.LocalName}/@{attribute.Name.LocalName}=\"{attribute.Value}\" is not allowed", after);
            }
        }

        after = after.AfterAttributes();
        if (after == Pattern.NotAllowed)
        {
            return ($"{element.Name.LocalName} lacks an attribute", after);
        }

        var (words, hasElements) = (element.Nodes().OfType<XText>().Any(), element.HasElements);
        foreach (var node in words || hasElements ? element.Nodes() : [new XText("")])
        {
            if (node is XElement inner)
            {
                (var mistake, after) = Judge(after, inner);
                if (mistake is not null)
                {
                    return ($"{element.Name.LocalName}/{mistake}", after);
                }
            }
            else if (node is XText { Value: var text } && !(hasElements && string.IsNullOrWhiteSpace(text)))
            {
                after = string.IsNullOrWhiteSpace(text) ? Pattern.Choice(after, after.AfterText(text)) : after.AfterText(text);
            }
        }

        var ended = after.AfterEndTag();
        return (ended == Pattern.NotAllowed ? $"{element.Name.LocalName} has a text that is not allowed, or lacks something" : null, ended);
    }

    private Pattern Defined(string name) => _known.TryGetValue(name, out var known) ? known : _known[name] = _defined[name]
        .Select(define => All(Parts(define), Pattern.Group))
        .Aggregate(_defined[name].Any(define => (string?)define.Attribute("combine") == "interleave") ? Pattern.Interleave : Pattern.Choice);

    private Pattern All(IEnumerable<XElement> parts, Func<Pattern, Pattern, Pattern> together) => parts.Select(Read).Aggregate(together);

    private Pattern Read(XElement said) => said.Name.LocalName switch
    {
        "ref" => Defined(said.Attribute("name")!.Value),
        "element" => Pattern.Element(NameOf(said, isAttribute: false), new(() => All(Content(said), Pattern.Group), LazyThreadSafetyMode.None)),
        "attribute" => Pattern.Attribute(NameOf(said, isAttribute: true), new(() => Content(said).Any() ? All(Content(said), Pattern.Group) : Pattern.Text, LazyThreadSafetyMode.None)),
        "group" => All(Parts(said), Pattern.Group),
        "interleave" => All(Parts(said), Pattern.Interleave),
        "mixed" => Pattern.Interleave(Pattern.Text, All(Parts(said), Pattern.Group)),
        "choice" => All(Parts(said), Pattern.Choice),
        "optional" => Pattern.Choice(All(Parts(said), Pattern.Group), Pattern.Empty),
        "zeroOrMore" => Pattern.Choice(Pattern.OneOrMore(All(Parts(said), Pattern.Group)), Pattern.Empty),
        "oneOrMore" => Pattern.OneOrMore(All(Parts(said), Pattern.Group)),
        "list" => Pattern.List(All(Parts(said), Pattern.Group)),
        "text" => Pattern.Text,
        "empty" => Pattern.Empty,
        "notAllowed" => Pattern.NotAllowed,
        "value" => Pattern.Data((string?)said.Attribute("type") == "string" ? said.Value.Equals : text => Token(text) == Token(said.Value)),
        "data" => Pattern.Data(TypeOf(said)),
        var unknown => throw new NotSupportedException(unknown),
    };

    // Remarks have names of their own.
    private static IEnumerable<XElement> Parts(XElement said) => said.Elements().Where(part => part.Name.Namespace == Rng);

    // The name stands in an attribute or in the first element.
    private static IEnumerable<XElement> Content(XElement said) => said.Attribute("name") is null ? Parts(said).Skip(1) : Parts(said);

    private static Func<XName, bool> NameOf(XElement said, bool isAttribute) => said.Attribute("name") is { } name
        ? Qualified(said, name.Value, isAttribute).Equals
        : NameClass(Parts(said).First());

    private static Func<XName, bool> NameClass(XElement said) => said.Name.LocalName switch
    {
        "name" => Qualified(said, said.Value.Trim(), isAttribute: false).Equals,
        "nsName" => name => name.NamespaceName == Inherited(said, "ns") && !Excepted(said)(name),
        "anyName" => name => !Excepted(said)(name),
        _ => name => Parts(said).Any(one => NameClass(one)(name)),
    };

    private static Func<XName, bool> Excepted(XElement said) => name => said.Elements(Rng + "except").SelectMany(Parts).Any(one => NameClass(one)(name));

    private static XName Qualified(XElement said, string name, bool isAttribute) => name.Split(':') is [var prefix, var local]
        ? said.GetNamespaceOfPrefix(prefix)! + local
        : XNamespace.Get(isAttribute ? "" : Inherited(said, "ns")) + name;

    private static string Inherited(XElement said, string attribute) => said.AncestorsAndSelf().Select(e => e.Attribute(attribute)?.Value).FirstOrDefault(value => value is not null) ?? "";

    private static string Token(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // A type with its bounds is what XML Schema calls a restriction, so XML Schema judges it.
    private static Func<string, bool> TypeOf(XElement data)
    {
        var set = new XmlSchemaSet();
        var restriction = new XElement(Xs + "restriction", new XAttribute("base", $"xs:{data.Attribute("type")!.Value}"), data.Elements(Rng + "param").Select(param => new XElement(Xs + param.Attribute("name")!.Value, new XAttribute("value", param.Value))));
        set.Add(null, new XElement(Xs + "schema", new XAttribute(XNamespace.Xmlns + "xs", Xsd), new XElement(Xs + "simpleType", new XAttribute("name", "t"), restriction)).CreateReader());
        set.Compile();
        var type = ((XmlSchemaSimpleType)set.GlobalTypes[new XmlQualifiedName("t")]!).Datatype!;
        var names = new XmlNamespaceManager(new NameTable());
        return text =>
        {
            try
            {
                type.ParseValue(text, names.NameTable, names);
                return true;
            }
            catch (XmlSchemaException)
            {
                return false;
            }
        };
    }
}
