using System.Xml.Linq;

namespace GridDesk.Tests.Ui.Schemas;

/// <summary>
/// What may still come, and what may come after one thing of it came: J. Clark, "An algorithm for RELAX NG validation" (2002).
/// The same pattern is the same object, so what was worked out once is known.
/// </summary>
internal sealed class Pattern
{
    private enum Kind { Empty, NotAllowed, Text, Choice, Interleave, Group, OneOrMore, After, List, Element, Attribute, Data }

    private static readonly Dictionary<(Kind, Pattern?, Pattern?), Pattern> Known = [];

    public static readonly Pattern Empty = new(Kind.Empty);
    public static readonly Pattern NotAllowed = new(Kind.NotAllowed);
    public static readonly Pattern Text = new(Kind.Text);

    private readonly Kind _kind;
    private readonly Pattern? _left, _right;
    private readonly Func<XName, bool> _isNamed = _ => false;
    private readonly Func<string, bool> _holds = _ => false;
    private readonly Lazy<Pattern>? _content;
    private readonly Dictionary<XName, Pattern> _opened = [];
    private readonly Dictionary<(XName, string), Pattern> _attributed = [];
    private Pattern? _closed;

    private Pattern(Kind kind, Pattern? left = null, Pattern? right = null) => (_kind, _left, _right) = (kind, left, right);

    private Pattern(Kind kind, Func<XName, bool> isNamed, Lazy<Pattern> content) => (_kind, _isNamed, _content) = (kind, isNamed, content);

    private Pattern(Func<string, bool> holds) => (_kind, _holds) = (Kind.Data, holds);

    public static Pattern Element(Func<XName, bool> isNamed, Lazy<Pattern> content) => new(Kind.Element, isNamed, content);

    public static Pattern Attribute(Func<XName, bool> isNamed, Lazy<Pattern> content) => new(Kind.Attribute, isNamed, content);

    public static Pattern Data(Func<string, bool> holds) => new(holds);

    public static Pattern List(Pattern words) => Of(Kind.List, words);

    public static Pattern OneOrMore(Pattern one) => one == NotAllowed ? one : Of(Kind.OneOrMore, one);

    public static Pattern Choice(Pattern left, Pattern right) =>
        left == NotAllowed || left == right ? right
        : right == NotAllowed || left.Offers(right) ? left
        : right._kind == Kind.Choice ? Choice(Choice(left, right._left!), right._right!)
        : Of(Kind.Choice, left, right);

    public static Pattern Group(Pattern left, Pattern right) => Both(Kind.Group, left, right);

    public static Pattern Interleave(Pattern left, Pattern right) => Both(Kind.Interleave, left, right);

    /// <summary>Nothing more has to come.</summary>
    public bool MayEnd => _kind switch
    {
        Kind.Empty or Kind.Text => true,
        Kind.Choice => _left!.MayEnd || _right!.MayEnd,
        Kind.Group or Kind.Interleave => _left!.MayEnd && _right!.MayEnd,
        Kind.OneOrMore => _left!.MayEnd,
        _ => false,
    };

    public Pattern AfterText(string text) => _kind switch
    {
        Kind.Choice => Choice(_left!.AfterText(text), _right!.AfterText(text)),
        Kind.Interleave => Choice(Interleave(_left!.AfterText(text), _right!), Interleave(_left!, _right!.AfterText(text))),
        Kind.Group when _left!.MayEnd => Choice(Group(_left.AfterText(text), _right!), _right!.AfterText(text)),
        Kind.Group => Group(_left!.AfterText(text), _right!),
        Kind.After => After(_left!.AfterText(text), _right!),
        Kind.OneOrMore => Group(_left!.AfterText(text), Choice(this, Empty)),
        Kind.Text => this,
        Kind.Data when _holds(text) => Empty,
        Kind.List when text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Aggregate(_left!, (words, word) => words.AfterText(word)).MayEnd => Empty,
        _ => NotAllowed,
    };

    /// <summary>After the name of a start tag; what follows its end tag waits behind <see cref="Kind.After"/>.</summary>
    public Pattern AfterOpening(XName name) => _opened.TryGetValue(name, out var known) ? known : _opened[name] = _kind switch
    {
        Kind.Choice => Choice(_left!.AfterOpening(name), _right!.AfterOpening(name)),
        Kind.Element when _isNamed(name) => After(_content!.Value, Empty),
        Kind.Interleave => Choice(_left!.AfterOpening(name).Then(rest => Interleave(rest, _right!)), _right!.AfterOpening(name).Then(rest => Interleave(_left!, rest))),
        Kind.OneOrMore => _left!.AfterOpening(name).Then(rest => Group(rest, Choice(this, Empty))),
        Kind.Group when _left!.MayEnd => Choice(_left.AfterOpening(name).Then(rest => Group(rest, _right!)), _right!.AfterOpening(name)),
        Kind.Group => _left!.AfterOpening(name).Then(rest => Group(rest, _right!)),
        Kind.After => _left!.AfterOpening(name).Then(rest => After(rest, _right!)),
        _ => NotAllowed,
    };

    public Pattern AfterAttribute(XName name, string value) => _attributed.TryGetValue((name, value), out var known) ? known : _attributed[(name, value)] = _kind switch
    {
        Kind.After => After(_left!.AfterAttribute(name, value), _right!),
        Kind.Choice => Choice(_left!.AfterAttribute(name, value), _right!.AfterAttribute(name, value)),
        Kind.Group => Choice(Group(_left!.AfterAttribute(name, value), _right!), Group(_left!, _right!.AfterAttribute(name, value))),
        Kind.Interleave => Choice(Interleave(_left!.AfterAttribute(name, value), _right!), Interleave(_left!, _right!.AfterAttribute(name, value))),
        Kind.OneOrMore => Group(_left!.AfterAttribute(name, value), Choice(this, Empty)),
        Kind.Attribute when _isNamed(name) && _content!.Value.Takes(value) => Empty,
        _ => NotAllowed,
    };

    /// <summary>After all attributes: one that is still wanted will not come.</summary>
    public Pattern AfterAttributes() => _closed ??= _kind switch
    {
        Kind.After => After(_left!.AfterAttributes(), _right!),
        Kind.Choice => Choice(_left!.AfterAttributes(), _right!.AfterAttributes()),
        Kind.Group => Group(_left!.AfterAttributes(), _right!.AfterAttributes()),
        Kind.Interleave => Interleave(_left!.AfterAttributes(), _right!.AfterAttributes()),
        Kind.OneOrMore => OneOrMore(_left!.AfterAttributes()),
        Kind.Attribute => NotAllowed,
        _ => this,
    };

    public Pattern AfterEndTag() => _kind switch
    {
        Kind.Choice => Choice(_left!.AfterEndTag(), _right!.AfterEndTag()),
        Kind.After when _left!.MayEnd => _right!,
        _ => NotAllowed,
    };

    private bool Takes(string value) => (MayEnd && string.IsNullOrWhiteSpace(value)) || AfterText(value).MayEnd;

    private Pattern Then(Func<Pattern, Pattern> rest) => _kind switch
    {
        Kind.After => After(_left!, rest(_right!)),
        Kind.Choice => Choice(_left!.Then(rest), _right!.Then(rest)),
        _ => NotAllowed,
    };

    private bool Offers(Pattern other) => _kind == Kind.Choice && (_right == other || _left == other || _left!.Offers(other));

    private static Pattern After(Pattern left, Pattern right) => left == NotAllowed || right == NotAllowed ? NotAllowed : Of(Kind.After, left, right);

    private static Pattern Both(Kind kind, Pattern left, Pattern right) =>
        left == NotAllowed || right == NotAllowed ? NotAllowed : left == Empty ? right : right == Empty ? left : Of(kind, left, right);

    private static Pattern Of(Kind kind, Pattern left, Pattern? right = null) =>
        Known.TryGetValue((kind, left, right), out var known) ? known : Known[(kind, left, right)] = new(kind, left, right);
}
