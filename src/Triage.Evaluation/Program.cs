using System.CommandLine;
using Triage.Evaluation.Commands;

var root = new RootCommand("Triage.Evaluation: trains, evaluates, benchmarks, and writes reports with the code that production runs.");
root.Add(AnswerCommand.Create());
root.Add(BenchCommand.Create());
root.Add(ClassifyCommand.Create());
root.Add(DataCommand.Create());
root.Add(GroundCommand.Create());
root.Add(NamesCommand.Create());
root.Add(ParseCommand.Create());
root.Add(PseudonymizeCommand.Create());
root.Add(ReportCommand.Create());
root.Add(RetrieveCommand.Create());
root.Add(RoutingCommand.Create());
root.Add(TrainCommand.Create());
var parsed = root.Parse(args);
var code = await parsed.InvokeAsync();
return parsed.Errors.Count > 0 ? 2 : code;
