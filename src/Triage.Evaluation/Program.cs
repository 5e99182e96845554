using System.CommandLine;

var root = new RootCommand("Triage.Evaluation: trains, evaluates, benchmarks, and writes reports with the code that production runs.");
return await root.Parse(args).InvokeAsync();
