using Iris.Training;

return TrainingCommand.Run(args, Console.Out, Console.Error);
