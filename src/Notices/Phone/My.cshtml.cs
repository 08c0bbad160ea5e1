using GridDesk.Staff;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Notices.Phone;

/// <summary>My requests on this phone. The page itself knows none: the list is kept on the phone, and the phone asks for its state.</summary>
[Public]
internal sealed class MyPage : PageModel;
