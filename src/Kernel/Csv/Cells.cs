using System.Text;

namespace GridDesk.Kernel.Csv;

/// <summary>The cells of one row while its lines are read.</summary>
internal sealed class Cells(char separator)
{
    private readonly List<string> _cells = [];
    private readonly StringBuilder _cell = new();
    private bool _isClosed;

    /// <summary>A quote is open: the row goes on in the next line.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>False when text follows a closing quote.</summary>
    public bool TryFeed(string line)
    {
        foreach (var letter in line)
        {
            if (IsOpen)
            {
                (IsOpen, _isClosed) = letter == '"' ? (false, true) : (true, false);
                if (IsOpen)
                {
                    _cell.Append(letter);
                }
            }
            else if (letter == separator)
            {
                End();
            }
            else if (_isClosed)
            {
                if (letter != '"')
                {
                    return false;
                }

                // A doubled quote is one.
                _cell.Append('"');
                (IsOpen, _isClosed) = (true, false);
            }
            else if (letter == '"' && _cell.Length == 0)
            {
                IsOpen = true;
            }
            else
            {
                _cell.Append(letter);
            }
        }

        return true;
    }

    /// <summary>A line break within quotes, as it was written.</summary>
    public void Break(string end) => _cell.Append(end);

    public IReadOnlyList<string> Close()
    {
        End();
        return _cells;
    }

    private void End()
    {
        _cells.Add(_cell.ToString());
        _cell.Clear();
        _isClosed = false;
    }
}
