using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace EasGen.Rehearsal.Networks;

/// <summary>
/// A network namespace of Linux, as each instance has one on EAS: its programs find all ports free, but no other machine. The namespace
/// belongs to a thread; the processes that this thread starts and the sockets that it opens stay in it.
/// </summary>
internal sealed partial class NetworkNamespace : InstanceNetwork
{
    /// <summary>How a user who may have none gets one.</summary>
    public const string WayOut = "run 'unshare --map-root-user easgen rehearse …', or as root, in a container with CAP_SYS_ADMIN";

    // CLONE_NEWNET of <sched.h>.
    private const int NewNetwork = 0x40000000;

    // Without 0 and 255, which mean others.
    private const int AddressesOfByte = 254;

    private static readonly Lazy<bool> Allowed = new(static () =>
    {
        try
        {
            using var tried = new NetworkNamespace();
            return true;
        }
        catch (RehearsalException)
        {
            return false;
        }
    });

    private static int count;

    private readonly BlockingCollection<Action> work = [];
    private readonly TaskCompletionSource entered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <exception cref="RehearsalException">This machine or this user has none.</exception>
    public NetworkNamespace()
    {
        // 198.18.0.0/15 is for tests of networks, so that no machine that a program may ask for has such an address. Each namespace has
        // another one, as clients keep their connections by address.
        var number = (uint)Interlocked.Increment(ref count);
        Address = new([198, 18, (byte)(number / AddressesOfByte), (byte)(1 + number % AddressesOfByte)]);
        if (!OperatingSystem.IsLinux())
            throw new RehearsalException("Only Linux has network namespaces; leave out --network namespace");
        new Thread(Work) { IsBackground = true, Name = "network namespace" }.Start();
        entered.Task.GetAwaiter().GetResult();
    }

    /// <summary>Whether this user may have any.</summary>
    public static bool IsAllowed => Allowed.Value;

    public override IPAddress Address { get; }

    public override PortMap Ports { get; } = new([]);

    public override Process Start(ProcessStartInfo start) => In(() => Process.Start(start)!);

    public override void Dispose()
    {
        work.CompleteAdding();
        base.Dispose();
    }

    protected override Socket NewSocket() => In(static () => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));

    // Waits instead of awaiting: what goes on after an await here could start threads of the pool, which then were in the namespace too.
    private T In<T>(Func<T> make)
    {
        var made = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            work.Add(Make);
        }
        catch (InvalidOperationException)
        {
            // Its instance has gone.
            throw new SocketException((int)SocketError.NetworkDown);
        }
        return made.Task.GetAwaiter().GetResult();

        void Make()
        {
            try
            {
                made.SetResult(make());
            }
#pragma warning disable CA1031 // Whatever it is belongs to the caller, not to this thread.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                made.SetException(problem);
            }
        }
    }

    private void Work()
    {
        try
        {
            Enter();
        }
#pragma warning disable CA1031 // Whatever it is, there is no namespace; on a thread it would end the process.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            entered.SetException(
                problem as RehearsalException ?? new RehearsalException($"A network namespace cannot be made: {problem.Message}", problem));
            return;
        }
        entered.SetResult();
        foreach (var action in work.GetConsumingEnumerable())
            action();
    }

    private void Enter()
    {
        if (Unshare(NewNetwork) != 0)
            throw new RehearsalException(
                $"This user may not make network namespaces ({Marshal.GetLastPInvokeErrorMessage()}): {WayOut}");
        LoopbackInterface.Start(Address);
    }

    [LibraryImport("libc", EntryPoint = "unshare", SetLastError = true)]
    private static partial int Unshare(int flags);
}
