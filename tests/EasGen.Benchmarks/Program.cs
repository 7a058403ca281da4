using BenchmarkDotNet.Running;
using EasGen.Benchmarks;

if (!StartUp.Run(args))
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args);
