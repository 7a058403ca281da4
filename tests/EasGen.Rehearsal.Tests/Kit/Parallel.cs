// Each rehearsal is several processes, which answer their probes in time only where the machine has room for them.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
