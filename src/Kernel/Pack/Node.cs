namespace GridDesk.Kernel.Pack;

/// <summary>A piece of a pack file that knows where it stands.</summary>
/// <param name="Name">The key it stands under; for an item, the key of its list; for a whole file, the file's name.</param>
/// <param name="Place">Of its key; of its first character when it is an item of a list.</param>
public abstract record Node(string Name, Place Place)
{
    /// <summary>
    /// The piece at a path such as <c>steps[2].limit</c>, or as far towards it as the file goes, so that a mistake
    /// about something left out still points at what it was left out of.
    /// </summary>
    internal Node Nearest(string path)
    {
        var here = this;
        foreach (var step in path.Split('.', '[').Where(step => step.Length > 0))
        {
            var next = here switch
            {
                MapNode map => map.Entries.GetValueOrDefault(step),
                ListNode list when int.TryParse(step.TrimEnd(']'), out var index) => list.Items.ElementAtOrDefault(index),
                _ => null,
            };
            if (next is null)
            {
                break;
            }

            here = next;
        }

        return here;
    }
}

/// <param name="Plain">Written without quotes.</param>
public sealed record TextNode(string Name, Place Place, string Text, bool Plain) : Node(Name, Place)
{
    /// <summary>Nothing, <c>~</c> or <c>null</c> without quotes.</summary>
    public bool IsNull => Plain && Text is "" or "~" or "null";
}

public sealed record ListNode(string Name, Place Place, IReadOnlyList<Node> Items) : Node(Name, Place);

/// <param name="Entries">In the order of the file.</param>
public sealed record MapNode(string Name, Place Place, IReadOnlyDictionary<string, Node> Entries) : Node(Name, Place);

/// <summary>Its mistake is listed already; whatever holds it cannot be bound.</summary>
internal sealed record RefusedNode(string Name, Place Place) : Node(Name, Place);
