using System.Collections;

namespace GridDesk.Kernel.Pack;

public sealed partial class NodeBinder
{
    private bool TryList(Node node, Slot item, out object? value)
    {
        value = null;
        if (node is not ListNode list)
        {
            return Wrong(node, "清單", "a list");
        }

        var items = Array.CreateInstance(item.Type, list.Items.Count);
        var fine = true;
        foreach (var (index, entry) in list.Items.Index())
        {
            fine &= TryBind(entry, item, out var bound);
            if (fine)
            {
                items.SetValue(bound, index);
            }
        }

        value = items;
        return fine;
    }

    private bool TryMap(Node node, Slot entrySlot, out object? value)
    {
        value = null;
        if (node is not MapNode map)
        {
            return Wrong(node, "一組欄位", "a set of keys");
        }

        var entries = (IDictionary)Activator.CreateInstance(
            typeof(OrderedDictionary<,>).MakeGenericType(typeof(string), entrySlot.Type), StringComparer.Ordinal)!;
        var fine = true;
        foreach (var (key, entry) in map.Entries)
        {
            fine &= TryBind(entry, entrySlot, out var bound);
            if (fine)
            {
                entries.Add(key, bound);
            }
        }

        value = entries;
        return fine;
    }
}
