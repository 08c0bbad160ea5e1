using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Pack;

namespace GridDesk.Services;

/// <summary>What must hold of a service besides its shape.</summary>
internal static class ServiceCheck
{
    public static void Run(ServiceDefinition service, Checker check, LoadedPack pack, FieldKinds kinds)
    {
        string[] departments = [.. pack.Get<DepartmentList>().Departments.Select(d => d.Code)];
        check.Known("department", service.Department, departments);
        check.Known("group", service.Group, [.. ServiceCatalogue.Groups.Keys]);
        check.Unique("channels", service.Channels, channel => channel);
        foreach (var (index, channel) in service.Channels.Index())
        {
            check.Known($"channels[{index}]", channel, [.. ServiceChannels.Names.Keys]);
        }

        foreach (var (index, step) in service.Steps.Index())
        {
            check.Known($"steps[{index}].department", step.Department, departments);
        }

        check.Unique("steps", service.Steps, step => step.Id, "id");
        if (service.Steps is not [{ Id: "accept" }, ..])
        {
            check.Mistake("steps", "第一個步驟的 id 必須是 accept。", "The first step's id must be accept.");
        }

        var form = new Form(service.Form, kinds);
        foreach (var mistake in form.Check())
        {
            check.Mistake($"form{mistake.Path}", mistake.Reason.Zh, mistake.Reason.En);
        }

        foreach (var mistake in DocumentList.Check(service.Documents, form, kinds))
        {
            check.Mistake($"documents{mistake.Path}", mistake.Reason.Zh, mistake.Reason.En);
        }

        foreach (var mistake in service.Limits.Cases.Index().SelectMany(c => DocumentList.CheckCondition(c.Item.When, $"[{c.Index}].when", form, kinds)))
        {
            check.Mistake($"limits.cases{mistake.Path}", mistake.Reason.Zh, mistake.Reason.En);
        }
    }
}
