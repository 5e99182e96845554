#pragma warning disable IDE0161, CA1822
namespace Triage.Models.Triaging
{
    internal sealed class InquiryClassifier : IDisposable
    {
        public static InquiryClassifier Load(string f, ITextEmbedder? e) => throw new ModelException("none");
        public Task<Classification> ClassifyAsync(Triage.Models.Inquiries.Inquiry i, CancellationToken c) => throw new ModelException("none");
        public void Dispose() { }
    }
    internal sealed class ModelException(string m) : Exception(m);
}
