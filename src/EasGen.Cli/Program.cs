using EasGen.Cli;

return await EasgenCommand.Run(args);
