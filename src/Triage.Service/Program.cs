using Triage.Service;
using Triage.Service.Accounts;
using Triage.Service.Approving;
using Triage.Service.Auditing;
using Triage.Service.Cases;
using Triage.Service.Demo;
using Triage.Service.Drafting;
using Triage.Service.Drafting.Standards;
using Triage.Service.Erasing;
using Triage.Service.Intake;
using Triage.Service.Learning;
using Triage.Service.Learning.Training;
using Triage.Service.Retrieving;
using Triage.Service.Sending;
using Triage.Service.Storage;
using Triage.Service.Triaging;
using Triage.Service.Triaging.Rules;
using Triage.Service.Web;

if (args is [TrainingProcess.Command])
{
    return await TrainingProcess.RunAsync();
}

// Settings and pages lie beside the program, wherever it is started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
_ = StorageSetup.WarmUpAsync(builder.Configuration.GetConnectionString("Triage"));
builder.AddWeb();
builder.AddStorage();
builder.AddRetrieving();
builder.AddAccounts();
builder.AddCases();
builder.AddIntake();
builder.AddTriaging();
builder.AddDrafting();
builder.AddApproving();
builder.AddSending();
builder.AddLearning();
builder.AddTraining();
builder.AddErasing();
builder.AddDemo();

var app = builder.Build();
if (args is ["verify-audit", ..])
{
    return await app.VerifyAuditAsync();
}

if (args is ["after-restore", ..])
{
    await app.PrepareStorageAsync(CancellationToken.None);
    return await app.Services.HandWaitingMailToPeopleAsync();
}

app.UseWeb();
app.MapAccounts();
app.MapCases();
app.MapIntake();
app.MapApproving();
app.MapTextBlocks();
app.MapStandardAnswers();
app.MapLearning();
app.MapTraining();
app.MapRules();
app.MapRetrieving();
app.MapAuditing();
app.MapErasing();
app.MapSystemState();

await app.PrepareStorageAsync(CancellationToken.None);
await app.PrepareTextBlocksAsync(CancellationToken.None);
await app.PrepareKnowledgeAsync(CancellationToken.None);
await app.PrepareAccountsAsync(CancellationToken.None);
await app.PrepareDemoAsync(CancellationToken.None);
await app.RunAsync();
return 0;

/// <summary>Public so that tests can start the real host.</summary>
public partial class Program;
