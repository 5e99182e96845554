using System.CommandLine;
using Triage.Evaluation.Commands;

var root = new RootCommand("Triage.Evaluation: trains, evaluates, benchmarks, and writes reports with the code that production runs.");
root.Add(GroundCommand.Create());
root.Add(ParseCommand.Create());
return await root.Parse(args).InvokeAsync();
