using NasDaemon.Commands;

return await CommandLine.RunAsync(args);
