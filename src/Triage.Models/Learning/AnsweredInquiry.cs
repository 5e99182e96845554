using Triage.Models.Inquiries;
using Triage.Models.Retrieving;

namespace Triage.Models.Learning;

/// <summary>The heading of a section that answers, in its article; "" for what stands before the first heading.</summary>
public sealed record SectionName(string Article, string Heading);

/// <summary>An inquiry, what the search found for it, and the sections that people say answer it.</summary>
public sealed record AnsweredInquiry(Inquiry Inquiry, InquiryResult Found, IReadOnlyList<SectionName> Answers);
