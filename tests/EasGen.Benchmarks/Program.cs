using BenchmarkDotNet.Running;
using EasGen.Benchmarks;
using EasGen.Benchmarks.Allocations;
using EasGen.Benchmarks.Batching;
using EasGen.Benchmarks.Chatting;
using EasGen.Benchmarks.Checking;
using EasGen.Benchmarks.Serving;
using EasGen.Benchmarks.Typing;

if (!ServingRun.Run(args)
    && !BatchingRun.Run(args)
    && !ChattingRun.Run(args)
    && !StartUp.Run(args)
    && !CheckingRun.Run(args)
    && !TypingRun.Run(args)
    && !AllocationRun.Run(args))
    Generators();

// Of its own, so that the measured child processes do not load what they do not need.
void Generators() => BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args);
