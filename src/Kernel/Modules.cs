using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Pack;

namespace GridDesk.Kernel;

/// <summary>What the running modules bring together.</summary>
public static class Modules
{
    extension(IReadOnlyList<Module> modules)
    {
        /// <summary>Every kind of question: the plain ones and those of the modules.</summary>
        public FieldKinds AllFieldKinds => new([.. FormSetup.Plain, .. modules.SelectMany(m => m.FieldKinds)]);

        /// <summary>Everything that is read from the pack.</summary>
        public IReadOnlyList<PackSection> AllSections
        {
            get
            {
                var kinds = modules.AllFieldKinds;
                return [.. OfficeSections.All, CalendarSection.One, .. modules.SelectMany(m => m.Pack(kinds))];
            }
        }
    }
}
