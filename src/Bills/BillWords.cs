namespace GridDesk.Bills;

internal static class BillWords
{
    extension(PaymentChannel channel)
    {
        public Phrase Title => channel switch
        {
            PaymentChannel.Counter => new("臨櫃", "Counter"),
            PaymentChannel.Bank => new("金融機構", "Bank"),
            PaymentChannel.ConvenienceStore => new("超商", "Convenience store"),
            PaymentChannel.DirectDebit => new("轉帳代繳", "Direct debit"),
            PaymentChannel.Online => new("網路繳費", "Online"),
            _ => new("其他", "Other"),
        };
    }

    extension(BillFileKind kind)
    {
        public Phrase Title => kind is BillFileKind.Bills ? new("帳單", "Bills") : new("繳費紀錄", "Payments");
    }
}
